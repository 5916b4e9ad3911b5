//! Rewrites the program's WebAssembly modules in their shortest form, with `wasm-encoder`.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ElementSection, EntityType, ExportSection, ImportSection, Module};
use wasmparser::{
    CustomSectionReader, ElementItems, ElementSectionReader, Export, ImportSectionReader, Parser, TypeRef,
};

/// The short names of imports and exports, by their long names.
pub type Names = HashMap<String, String>;

/// Rewrites a module from one file to another without the custom sections whose names `drop` accepts.
pub fn rewrite(from: &Path, to: &Path, drop: fn(&str) -> bool) -> Result<()> {
    Plain { drop, names: None }.write(from, to)
}

/// Rewrites the module in a file without custom sections and with short names of imports, and of those exports whose names hold
/// hashes. Returns these names.
pub fn rewrite_with_short_names(file: &Path) -> Result<Names> {
    let mut plain = Plain { drop: |_| true, names: Some(Names::new()) };
    plain.write(file, file)?;
    Ok(plain.names.unwrap_or_default())
}

/// Writes the numbers in a module in their shortest form, as the linker leaves room for longer ones. Leaves out some custom
/// sections, and empty segments of the table: `wasm_split_cli_support` marks the place of the second module's elements with
/// one, in a form that engines without reference types do not read.
struct Plain {
    /// Whether a custom section with this name is left out.
    drop: fn(&str) -> bool,
    /// The short names given so far; `None` if all keep their names.
    names: Option<Names>,
}

impl Plain {
    fn write(&mut self, from: &Path, to: &Path) -> Result<()> {
        let module = fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
        let module = self.module(&module).with_context(|| format!("{} cannot be rewritten", from.display()))?;
        fs::write(to, module).with_context(|| format!("{} cannot be written", to.display()))
    }

    fn module(&mut self, module: &[u8]) -> Result<Vec<u8>> {
        let mut plain = Module::new();
        match self.parse_core_module(&mut plain, Parser::new(0), module) {
            Ok(()) => Ok(plain.finish()),
            Err(Error::UserError(error)) => Err(error),
            Err(Error::ParseError(error)) => Err(error.into()),
            Err(error) => Err(anyhow!("{error}")),
        }
    }
}

impl Reencode for Plain {
    type Error = anyhow::Error;

    fn parse_custom_section(
        &mut self,
        to: &mut Module,
        section: CustomSectionReader,
    ) -> Result<(), Error<Self::Error>> {
        if (self.drop)(section.name()) { Ok(()) } else { utils::parse_custom_section(self, to, section) }
    }

    /// Gives the short names `_0`, `_1` … in order. `wasm-bindgen` imports only functions.
    fn parse_import_section(
        &mut self,
        to: &mut ImportSection,
        from: ImportSectionReader,
    ) -> Result<(), Error<Self::Error>> {
        let Some(names) = &mut self.names else { return utils::parse_import_section(self, to, from) };
        for (n, import) in from.into_imports().enumerate() {
            let import = import?;
            let name = import.name;
            let TypeRef::Func(of_type) = import.ty else {
                return Err(Error::UserError(anyhow!("`{name}` is imported and is no function")));
            };
            if !name.starts_with("__wb") && !name.starts_with("__wasm_split") {
                return Err(Error::UserError(anyhow!("`{name}` is imported, and is not from wasm-bindgen")));
            }
            let short = names.entry(name.to_owned()).or_insert_with(|| format!("_{n}"));
            to.import(import.module, short, EntityType::Function(of_type));
        }
        Ok(())
    }

    /// Gives the exports that only the script calls, of the closures, the short names `_x0`, `_x1` … in order.
    fn parse_export(&mut self, to: &mut ExportSection, from: Export) -> Result<(), Error<Self::Error>> {
        let Some(names) = self.names.as_mut().filter(|_| from.name.starts_with("wasm_bindgen_")) else {
            return utils::parse_export(self, to, from);
        };
        let short = format!("_x{}", to.len());
        names.insert(from.name.to_owned(), short.clone());
        utils::parse_export(self, to, Export { name: &short, ..from })
    }

    fn parse_element_section(
        &mut self,
        to: &mut ElementSection,
        from: ElementSectionReader,
    ) -> Result<(), Error<Self::Error>> {
        for element in from {
            let element = element?;
            if !matches!(&element.items, ElementItems::Expressions(_, items) if items.count() == 0) {
                self.parse_element(to, element)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use wasm_encoder::{
        ConstExpr, CustomSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, ImportSection,
        MemoryType, Module, RefType, TableSection, TableType, TypeSection,
    };
    use wasmparser::{Parser, Payload};

    use super::{Names, Plain};

    /// A module with a custom section, these imports, and an empty segment of the table beside another.
    fn module(imports: &[(&str, EntityType)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut section = ImportSection::new();
        for (name, ty) in imports {
            section.import("./yaodian_bg.js", name, *ty);
        }
        let mut tables = TableSection::new();
        let (minimum, maximum) = (2, None);
        let element_type = RefType::FUNCREF;
        tables.table(TableType { element_type, minimum, maximum, table64: false, shared: false });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Table, 0).export(CLOSURE, ExportKind::Func, 0);
        let mut elements = ElementSection::new();
        let place = ConstExpr::i32_const(1);
        elements.active(None, &place, Elements::Expressions(RefType::FUNCREF, Cow::Borrowed(&[])));
        elements.active(None, &place, Elements::Functions(Cow::Borrowed(&[0])));
        let mut module = Module::new();
        module.section(&CustomSection { name: "producers".into(), data: Cow::Borrowed(b"rustc") });
        module.section(&types).section(&section).section(&tables).section(&exports).section(&elements);
        module.finish()
    }

    /// What a module consists of: its custom sections, its imports and exports, and the number of segments of its table.
    fn read(module: &[u8]) -> (Vec<String>, Vec<String>, u32) {
        let (mut custom, mut names, mut pieces) = (Vec::new(), Vec::new(), 0);
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::CustomSection(section) => custom.push(section.name().to_owned()),
                Payload::ImportSection(section) => {
                    let imports = section.into_imports().map(|import| import.unwrap());
                    names.extend(imports.map(|import| format!("{} {}", import.module, import.name)));
                }
                Payload::ExportSection(section) => {
                    names.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                Payload::ElementSection(section) => pieces = section.count(),
                _ => {}
            }
        }
        (custom, names, pieces)
    }

    const FUNCTION: EntityType = EntityType::Function(0);
    const ALERT: &str = "__wbg_alert_0123456789abcdef";
    const CLOSURE: &str = "wasm_bindgen_0123456789abcdef___convert__closures_____invoke_______true_";

    #[test]
    fn imports_and_closures_are_renamed_and_custom_sections_dropped() {
        let mut plain = Plain { drop: |_| true, names: Some(Names::new()) };
        let file = module(&[("__wbindgen_throw", FUNCTION), (ALERT, FUNCTION)]);
        let slim = plain.module(&file).expect("it is a module");
        let named = ["./yaodian_bg.js _0", "./yaodian_bg.js _1", "memory", "_x1"].map(str::to_owned).to_vec();
        assert_eq!(read(&slim), (vec![], named, 1));
        let given = plain.names.expect("they were kept");
        assert_eq!((given[ALERT].as_str(), given[CLOSURE].as_str(), given.len()), ("_1", "_x1", 3));
        let broken = Plain { drop: |_| true, names: None }.module(&file[..file.len() - 1]);
        assert!(broken.is_err(), "a module that breaks off is rewritten");
    }

    #[test]
    fn what_is_not_to_be_dropped_or_renamed_stays() {
        let mut plain = Plain { drop: |section| section == "target_features", names: None };
        let slim = plain.module(&module(&[(ALERT, FUNCTION)])).expect("it is a module");
        let named = vec![format!("./yaodian_bg.js {ALERT}"), "memory".to_owned(), CLOSURE.to_owned()];
        assert_eq!(read(&slim), (vec!["producers".to_owned()], named, 1));
    }

    #[test]
    fn an_import_that_is_not_from_wasm_bindgen_is_told() {
        let memory = EntityType::Memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        for (name, ty) in [("__wbg_memory", memory), ("alert", FUNCTION)] {
            let slim = Plain { drop: |_| true, names: Some(Names::new()) }.module(&module(&[(name, ty)]));
            assert!(slim.is_err_and(|error| error.to_string().contains(name)), "{name}");
        }
    }
}

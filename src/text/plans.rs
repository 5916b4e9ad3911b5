//! The words of the library and of the view in which a plan is brought in: a table of their own, which comes with them.

use super::en::n;
use crate::domain::fault::{NotChanged, NotKept, PlanFault, Unread};
use crate::domain::rollup::Count;
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct PlanWords {
    pub library: &'static str,
    pub library_text: &'static str,
    pub new_plan: &'static str,
    pub untitled: &'static str,
    pub measures: fn(usize) -> String,
    pub kept_on: fn(&str) -> String,
    pub opened_on: fn(&str) -> String,
    pub carried: &'static str,
    pub is_open: &'static str,
    pub signed_off: fn(Count) -> String,
    pub reported_on: fn(&str) -> String,
    pub rename: &'static str,
    pub name: &'static str,
    pub keep_name: &'static str,
    pub copy: &'static str,
    pub copy_name: fn(&str) -> String,
    pub copied: fn(&str) -> String,
    pub delete_own_question: fn(&str) -> String,
    pub delete_own_yes: &'static str,
    pub deleted_own: fn(&str) -> String,
    pub save: &'static str,
    pub delete: &'static str,
    pub delete_question: fn(&str) -> String,
    pub delete_yes: &'static str,
    pub deleted: fn(&str) -> String,
    pub not_changed: fn(&NotChanged) -> &'static str,
    pub fault: fn(&PlanFault) -> &'static str,
    pub new_text: &'static str,
    pub paste_here: &'static str,
    pub choose_file: &'static str,
    pub unread: fn(Unread) -> &'static str,
    pub not_read: fn(&str, &str) -> String,
    pub office_missing: &'static str,
    pub unreadable: &'static str,
    pub left_out: fn([usize; 5]) -> String,
    pub read: fn([usize; 5]) -> String,
    pub no_plan: &'static str,
    /// Something is numbered in the text, and it is no plan.
    pub other_text: &'static str,
    pub broken_plan: &'static str,
    /// Another text took the place of one, which can be had back.
    pub replaced: &'static str,
    pub bring_back: &'static str,
    pub look_at: &'static str,
    pub remark: fn(&str) -> &'static str,
    pub outline: &'static str,
    pub standing: &'static str,
    pub nobody: &'static str,
    pub others: &'static str,
    pub due: &'static str,
    pub keep: &'static str,
    pub keep_text: &'static str,
}

impl PlanWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: PlanWords = PlanWords {
    library: "要点库",
    library_text: "保存在这个浏览器里的工作要点。每份要点有自己的进度，互不影响。要用本单位的要点，请先添加：粘贴文字或选取文件（Word、Excel、网页、文本），核对后保存就是清单。",
    new_plan: "添加一份工作要点",
    untitled: "（没有标题）",
    measures: |n| format!("{n} 条举措"),
    kept_on: |date| format!("{date} 保存"),
    opened_on: |date| format!("{date} 打开过"),
    carried: "页面自带",
    is_open: "已打开",
    signed_off: |count| format!("已销号 {}/{}", count.done, count.all),
    reported_on: |date| format!("{date} 最近填报"),
    rename: "改名",
    name: "自定名称（标题不变；留空即取消）",
    keep_name: "保存名称",
    copy: "复制",
    copy_name: |title| format!("{title}（副本）"),
    copied: |name| format!("已复制为“{name}”，不带进度。"),
    delete_own_question: |title| {
        format!("《{title}》是页面自带的，会留在要点库里。要删除它的全部进度吗？离开这一页之前可以撤销。")
    },
    delete_own_yes: "删除它的进度",
    deleted_own: |title| format!("已删除《{title}》的进度。离开这一页之前可以撤销。"),
    save: "导出要点文件",
    delete: "删除",
    delete_question: |title| format!("要删除《{title}》和它的全部进度吗？离开这一页之前可以撤销。"),
    delete_yes: "删除这份要点",
    deleted: |title| format!("已删除《{title}》和它的进度。离开这一页之前可以撤销。"),
    not_changed: |why| match why {
        NotChanged::NoId | NotChanged::Carried => "这份要点是页面自带的，不用保存，也不能删除。",
        NotChanged::Unsound => "这份要点保存后将无法读回，因此没有保存。请将原文发给本页面的作者。",
        NotChanged::NotKept(NotKept::Blocked) => "浏览器不允许页面保存内容，要点没有保存。",
        NotChanged::NotKept(NotKept::Full) => "浏览器的存储空间已满，要点没有保存。请先删除不用的要点。",
        NotChanged::NotKept(NotKept::Newer) => "更新版本的页面在这里保存了内容，请重新载入页面后再试。",
    },
    fault: |fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => "这个浏览器里没有这份要点。",
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => "无法读取。仍在原处，没有改动。",
        PlanFault::Newer { .. } => "是更新版本的页面保存的，请重新载入页面后再打开。",
        PlanFault::Blocked => "浏览器不允许页面读取保存的内容。",
    },
    new_text: "把工作要点的全文粘贴到下面，或者选择它的文件，也可以把文件拖到这里：Word（.docx）、表格（.xlsx、.xls、.ods、.csv）、网页、文本，或者以前导出的要点文件。全文只在这台电脑上处理，不上传。",
    paste_here: "工作要点全文",
    choose_file: "选择文件",
    unread: |why| match why {
        Unread::TooLarge => "文件超过 64 MB，没有读取。请只保留要点的文字，另存为 .docx 或文本文件。",
        Unread::Bomb => "它解压后大小异常，没有读取。请在 Word 或 WPS 里打开，另存为 .docx。",
        Unread::TooMuch => "它的文字、行数或单元格过多，没有读取。请只保留要点，另存后再选。",
        Unread::Damaged => "文件已损坏。请在 Word 或 WPS 里打开并修复，另存为 .docx（表格存为 .xlsx）。",
        Unread::Encrypted => "文件有密码。请打开它，去掉密码，另存为 .docx（表格存为 .xlsx）。",
        Unread::OldWord => "它是旧格式的 Word 文件（.doc），不论后缀是什么。请在 Word 或 WPS 里打开，另存为 .docx。",
        Unread::OldWorkbook => "它是 1997 年以前的 Excel 文件。请打开它，另存为 .xlsx。",
        Unread::OpenText => "它是 .odt 文件。请打开它，另存为 .docx。",
        Unread::Wps => "它是 .wps 文件。请在 WPS 里打开，另存为 .docx。",
        Unread::Pdf => "它是 PDF。有文字的 PDF 请复制全文粘贴到这里；扫描的 PDF 请找来原来的 Word 文件，另存为 .docx。",
        Unread::Rtf => "它是 RTF 文件。请在 Word 或 WPS 里打开，另存为 .docx。",
        Unread::Packed => {
            "它是单个文件网页或者旧的 XML 文件。请在 Word 或 WPS 里打开，另存为 .docx（表格存为 .xlsx）。"
        }
        Unread::BinaryWorkbook => "它是二进制的 Excel 文件（.xlsb）。请打开它，另存为 .xlsx。",
        Unread::NoPlan => "它是这个页面导出的进度文件，不是要点。进度请在“数据”里汇总。",
        Unread::Unknown => {
            "它不是文本、Word 文件或表格，或者编码不是 UTF-8、GB18030、UTF-16。请打开它，另存为 .docx，或者复制全文粘贴到这里。"
        }
        Unread::NoText => "里面没有文字，可能只有图片。请找来有文字的文件，另存为 .docx。",
    },
    not_read: |name, why| format!("没有读取“{name}”：{why}"),
    office_missing: "读取这种文件的程序没有载入。请检查网络后再选一次，或者复制全文粘贴到这里。",
    unreadable: "浏览器无法打开它。它可能已经移走，或者没有读取权限。",
    left_out: |[boxes, notes, hidden, sheets, rows]| {
        let parts = [
            (boxes, "个文本框"),
            (notes, "个脚注"),
            (hidden, "处隐藏的文字"),
            (sheets, "个其他工作表"),
            (rows, "个隐藏的行"),
        ];
        let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        format!("没有读入：{}。", parts.collect::<Vec<_>>().join("，"))
    },
    read: |[sections, tasks, measures, units, remarks]| {
        let look = if remarks > 0 { format!("；{remarks} 处请核对") } else { String::new() };
        let parts = if sections > 0 { format!("{sections} 个部分，") } else { String::new() };
        format!("{parts}{tasks} 项任务，{measures} 条举措，{units} 个责任单位{look}。")
    },
    broken_plan: "这份要点文件不完整，或者是更新版本的页面保存的。请重新保存一份，或更新页面。",
    replaced: "已换成新的文字；原来的文字和修正可以找回。",
    bring_back: "找回原来的文字",
    other_text: "没有读出工作要点：文字里有编号，但不像工作要点。如果确实是，请手动标出任务。",
    no_plan: "没有读出工作要点：没有找到任务和举措。请粘贴带编号任务的全文。",
    look_at: "请核对",
    remark: |code| match code {
        "no-title" => "没有找到标题",
        "no-tasks" => "没有找到任务",
        "number-skipped" => "编号不连续",
        "numbers-restart" => "编号从这里重新开始，任务编号前加上部分",
        "numbers-repeat" => "编号重复，任务按顺序编号",
        "numbers-counted" => "有的任务没有编号，或者几级编号相同，任务按顺序编号",
        "empty-heading" => "标题下没有内容",
        "nobody-named" => "没有写明责任单位",
        "unclosed-statement" => "责任分工的括号没有结束",
        "empty-statement" => "责任分工里没有单位",
        "odd-name" => "这个名称不像单位",
        "first-named-leads" => "排在第一的单位牵头",
        "first-group-leads" => "排在分隔号前的单位牵头",
        "rule-for-others" => "针对其他单位的规定，没有采用",
        "unknown-label" => "不认识的标签",
        "read-from-sentence" => "单位是从句子里读出的",
        "guessed-cells" => "表格各列的内容为推断",
        "second-plan" => "从这里开始是另一份要点",
        "set-apart" => "没有列入任务",
        "no-plan" => "不像工作要点",
        "other-kind" => "像是讲话、总结或者会议通知，不是工作要点",
        _ => "读出的内容不确定",
    },
    outline: "读出的内容",
    standing: "另有不列入任务、每张清单都附上的要求",
    nobody: "没有责任单位",
    others: "等",
    due: "时限：",
    keep: "保存并打开清单",
    keep_text: "保存在这个浏览器里，随后打开它的清单。",
};

static ZH_HANT: PlanWords = PlanWords {
    library: "要點庫",
    library_text: "保存在這個瀏覽器裡的工作要點。每份要點有自己的進度，互不影響。要用本單位的要點，請先新增：貼上文字或選取檔案（Word、Excel、網頁、文字檔），核對後保存就是清單。",
    new_plan: "新增一份工作要點",
    untitled: "（沒有標題）",
    measures: |n| format!("{n} 條舉措"),
    kept_on: |date| format!("{date} 保存"),
    opened_on: |date| format!("{date} 打開過"),
    carried: "頁面自帶",
    is_open: "已打開",
    signed_off: |count| format!("已銷號 {}/{}", count.done, count.all),
    reported_on: |date| format!("{date} 最近填報"),
    rename: "改名",
    name: "自定名稱（標題不變；留空即取消）",
    keep_name: "保存名稱",
    copy: "複製",
    copy_name: |title| format!("{title}（副本）"),
    copied: |name| format!("已複製為「{name}」，不帶進度。"),
    delete_own_question: |title| {
        format!("《{title}》是頁面自帶的，會留在要點庫裡。要刪除它的全部進度嗎？離開這一頁之前可以復原。")
    },
    delete_own_yes: "刪除它的進度",
    deleted_own: |title| format!("已刪除《{title}》的進度。離開這一頁之前可以復原。"),
    save: "匯出要點檔案",
    delete: "刪除",
    delete_question: |title| format!("要刪除《{title}》和它的全部進度嗎？離開這一頁之前可以復原。"),
    delete_yes: "刪除這份要點",
    deleted: |title| format!("已刪除《{title}》和它的進度。離開這一頁之前可以復原。"),
    not_changed: |why| match why {
        NotChanged::NoId | NotChanged::Carried => "這份要點是頁面自帶的，不用保存，也不能刪除。",
        NotChanged::Unsound => "這份要點保存後將無法讀回，因此沒有保存。請將原文發給本頁面的作者。",
        NotChanged::NotKept(NotKept::Blocked) => "瀏覽器不允許頁面保存內容，要點沒有保存。",
        NotChanged::NotKept(NotKept::Full) => "瀏覽器的儲存空間已滿，要點沒有保存。請先刪除不用的要點。",
        NotChanged::NotKept(NotKept::Newer) => "更新版本的頁面在這裡保存了內容，請重新載入頁面後再試。",
    },
    fault: |fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => "這個瀏覽器裡沒有這份要點。",
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => "無法讀取。仍在原處，沒有改動。",
        PlanFault::Newer { .. } => "是更新版本的頁面保存的，請重新載入頁面後再打開。",
        PlanFault::Blocked => "瀏覽器不允許頁面讀取保存的內容。",
    },
    new_text: "把工作要點的全文貼到下面，或者選擇它的檔案，也可以把檔案拖到這裡：Word（.docx）、表格（.xlsx、.xls、.ods、.csv）、網頁、文字檔，或者以前匯出的要點檔案。全文只在這台電腦上處理，不上傳。",
    paste_here: "工作要點全文",
    choose_file: "選擇檔案",
    unread: |why| match why {
        Unread::TooLarge => "檔案超過 64 MB，沒有讀取。請只保留要點的文字，另存為 .docx 或文字檔。",
        Unread::Bomb => "它解壓後大小異常，沒有讀取。請在 Word 或 WPS 裡打開，另存為 .docx。",
        Unread::TooMuch => "它的文字、列數或儲存格過多，沒有讀取。請只保留要點，另存後再選。",
        Unread::Damaged => "檔案已損壞。請在 Word 或 WPS 裡打開並修復，另存為 .docx（表格存為 .xlsx）。",
        Unread::Encrypted => "檔案有密碼。請打開它，去掉密碼，另存為 .docx（表格存為 .xlsx）。",
        Unread::OldWord => "它是舊格式的 Word 檔案（.doc），不論副檔名是什麼。請在 Word 或 WPS 裡打開，另存為 .docx。",
        Unread::OldWorkbook => "它是 1997 年以前的 Excel 檔案。請打開它，另存為 .xlsx。",
        Unread::OpenText => "它是 .odt 檔案。請打開它，另存為 .docx。",
        Unread::Wps => "它是 .wps 檔案。請在 WPS 裡打開，另存為 .docx。",
        Unread::Pdf => "它是 PDF。有文字的 PDF 請複製全文貼到這裡；掃描的 PDF 請找來原來的 Word 檔案，另存為 .docx。",
        Unread::Rtf => "它是 RTF 檔案。請在 Word 或 WPS 裡打開，另存為 .docx。",
        Unread::Packed => {
            "它是單一檔案網頁或者舊的 XML 檔案。請在 Word 或 WPS 裡打開，另存為 .docx（表格存為 .xlsx）。"
        }
        Unread::BinaryWorkbook => "它是二進位的 Excel 檔案（.xlsb）。請打開它，另存為 .xlsx。",
        Unread::NoPlan => "它是這個頁面匯出的進度檔案，不是要點。進度請在「資料」裡匯總。",
        Unread::Unknown => {
            "它不是文字、Word 檔案或表格，或者編碼不是 UTF-8、GB18030、UTF-16。請打開它，另存為 .docx，或者複製全文貼到這裡。"
        }
        Unread::NoText => "裡面沒有文字，可能只有圖片。請找來有文字的檔案，另存為 .docx。",
    },
    not_read: |name, why| format!("沒有讀取「{name}」：{why}"),
    office_missing: "讀取這種檔案的程式沒有載入。請檢查網路後再選一次，或者複製全文貼到這裡。",
    unreadable: "瀏覽器無法打開它。它可能已經移走，或者沒有讀取權限。",
    left_out: |[boxes, notes, hidden, sheets, rows]| {
        let parts = [
            (boxes, "個文字方塊"),
            (notes, "個註腳"),
            (hidden, "處隱藏的文字"),
            (sheets, "個其他工作表"),
            (rows, "個隱藏的列"),
        ];
        let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        format!("沒有讀入：{}。", parts.collect::<Vec<_>>().join("，"))
    },
    read: |[sections, tasks, measures, units, remarks]| {
        let look = if remarks > 0 { format!("；{remarks} 處請核對") } else { String::new() };
        let parts = if sections > 0 { format!("{sections} 個部分，") } else { String::new() };
        format!("{parts}{tasks} 項任務，{measures} 條舉措，{units} 個責任單位{look}。")
    },
    broken_plan: "這份要點檔案不完整，或者是更新版本的頁面保存的。請重新保存一份，或更新頁面。",
    replaced: "已換成新的文字；原來的文字和修正可以找回。",
    bring_back: "找回原來的文字",
    other_text: "沒有讀出工作要點：文字裡有編號，但不像工作要點。如果確實是，請手動標出任務。",
    no_plan: "沒有讀出工作要點：沒有找到任務和舉措。請貼上帶編號任務的全文。",
    look_at: "請核對",
    remark: |code| match code {
        "no-title" => "沒有找到標題",
        "no-tasks" => "沒有找到任務",
        "number-skipped" => "編號不連續",
        "numbers-restart" => "編號從這裡重新開始，任務編號前加上部分",
        "numbers-repeat" => "編號重複，任務按順序編號",
        "numbers-counted" => "有的任務沒有編號，或者幾級編號相同，任務按順序編號",
        "empty-heading" => "標題下沒有內容",
        "nobody-named" => "沒有寫明責任單位",
        "unclosed-statement" => "責任分工的括號沒有結束",
        "empty-statement" => "責任分工裡沒有單位",
        "odd-name" => "這個名稱不像單位",
        "first-named-leads" => "排在第一的單位牽頭",
        "first-group-leads" => "排在分隔號前的單位牽頭",
        "rule-for-others" => "針對其他單位的規定，沒有採用",
        "unknown-label" => "不認識的標籤",
        "read-from-sentence" => "單位是從句子裡讀出的",
        "guessed-cells" => "表格各欄的內容為推斷",
        "second-plan" => "從這裡開始是另一份要點",
        "set-apart" => "沒有列入任務",
        "no-plan" => "不像工作要點",
        "other-kind" => "像是講話、總結或者會議通知，不是工作要點",
        _ => "讀出的內容不確定",
    },
    outline: "讀出的內容",
    standing: "另有不列入任務、每張清單都附上的要求",
    nobody: "沒有責任單位",
    others: "等",
    due: "時限：",
    keep: "保存並打開清單",
    keep_text: "保存在這個瀏覽器裡，隨後打開它的清單。",
};

static EN: PlanWords = PlanWords {
    library: "Plans",
    library_text: "The work plans saved in this browser. Each has its own progress, separate from the others. To use your own plan, add it: paste its text or choose a file (Word, Excel, web page, text), check what was read, and save it as a checklist.",
    new_plan: "Add a work plan",
    untitled: "(no title)",
    measures: |count| n(count, "measure", "measures"),
    kept_on: |date| format!("saved {date}"),
    opened_on: |date| format!("opened {date}"),
    carried: "comes with the page",
    is_open: "open now",
    signed_off: |count| format!("{} of {} signed off", count.done, count.all),
    reported_on: |date| format!("last report {date}"),
    rename: "Rename",
    name: "A name of your own (the title stays; leave empty for none)",
    keep_name: "Save name",
    copy: "Copy",
    copy_name: |title| format!("{title} (copy)"),
    copied: |name| format!("Copied as “{name}”, without progress."),
    delete_own_question: |title| {
        format!(
            "“{title}” comes with the page and stays. Delete all its progress? You can undo this until you leave this view."
        )
    },
    delete_own_yes: "Delete its progress",
    deleted_own: |title| format!("Deleted the progress of “{title}”. You can undo this until you leave this view."),
    save: "Export plan file",
    delete: "Delete",
    delete_question: |title| {
        format!("Delete “{title}” and all of its progress? You can undo this until you leave this view.")
    },
    delete_yes: "Delete this plan",
    deleted: |title| format!("Deleted “{title}” and its progress. You can undo this until you leave this view."),
    not_changed: |why| match why {
        NotChanged::NoId | NotChanged::Carried => {
            "This plan comes with the page: it need not be saved and cannot be deleted."
        }
        NotChanged::Unsound => {
            "This plan could not be read back once saved, so it was not saved. Please send its text to the authors."
        }
        NotChanged::NotKept(NotKept::Blocked) => {
            "The browser does not let the page save anything: the plan was not saved."
        }
        NotChanged::NotKept(NotKept::Full) => {
            "The browser's storage is full: the plan was not saved. Delete plans you do not need first."
        }
        NotChanged::NotKept(NotKept::Newer) => {
            "A newer version of the page has saved data here. Reload the page and try again."
        }
    },
    fault: |fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => "This browser has no such plan.",
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => "Cannot be read. It stays where it is, unchanged.",
        PlanFault::Newer { .. } => "Saved by a newer version of the page. Reload the page, then open it.",
        PlanFault::Blocked => "The browser does not let the page read saved data.",
    },
    new_text: "Paste the plan's whole text below, or choose its file, or drop it here: Word (.docx), a spreadsheet (.xlsx, .xls, .ods, .csv), a web page, a text file, or a plan file exported before. It is read on this computer and uploaded nowhere.",
    paste_here: "Text of the work plan",
    choose_file: "Choose a file",
    unread: |why| match why {
        Unread::TooLarge => {
            "It is larger than 64 MB and was not read. Keep only the plan's text and save it as .docx or as a text file."
        }
        Unread::Bomb => {
            "It unpacks to far more than its size and was not read. Open it in Word or WPS and save it as .docx."
        }
        Unread::TooMuch => {
            "It has too much text or too many rows or cells, and was not read. Keep only the plan, save it and choose it again."
        }
        Unread::Damaged => {
            "The file is damaged. Open and repair it in Word or WPS and save it as .docx (a spreadsheet as .xlsx)."
        }
        Unread::Encrypted => {
            "The file has a password. Open it, remove the password and save it as .docx (a spreadsheet as .xlsx)."
        }
        Unread::OldWord => {
            "It is an old Word file (.doc), whatever its name ends in. Open it in Word or WPS and save it as .docx."
        }
        Unread::OldWorkbook => "It is an Excel file from before 1997. Open it and save it as .xlsx.",
        Unread::OpenText => "It is an .odt file. Open it and save it as .docx.",
        Unread::Wps => "It is a .wps file. Open it in WPS and save it as .docx.",
        Unread::Pdf => {
            "It is a PDF. If it has text, copy it and paste it here; if it is a scan, find the Word file it was made from and save that as .docx."
        }
        Unread::Rtf => "It is an RTF file. Open it in Word or WPS and save it as .docx.",
        Unread::Packed => {
            "It is a web archive or an old XML file. Open it in Word or WPS and save it as .docx (a spreadsheet as .xlsx)."
        }
        Unread::BinaryWorkbook => "It is a binary Excel file (.xlsb). Open it and save it as .xlsx.",
        Unread::NoPlan => "It holds progress exported by this page, not a plan. Bring it in under “Data”.",
        Unread::Unknown => {
            "It is not text, a Word file or a spreadsheet, or not in UTF-8, GB18030 or UTF-16. Open it and save it as .docx, or copy its text and paste it here."
        }
        Unread::NoText => "There is no text in it, perhaps only pictures. Find a file with text and save it as .docx.",
    },
    not_read: |name, why| format!("“{name}” was not read. {why}"),
    office_missing: "The program that reads such files could not be loaded. Check the network and choose the file again, or copy its text and paste it here.",
    unreadable: "The browser cannot open it. It may have been moved, or you may not have permission to read it.",
    left_out: |[boxes, notes, hidden, sheets, rows]| {
        let parts = [
            (boxes, "text box", "text boxes"),
            (notes, "footnote", "footnotes"),
            (hidden, "hidden passage", "hidden passages"),
            (sheets, "other sheet", "other sheets"),
            (rows, "hidden row", "hidden rows"),
        ];
        let parts = parts.iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| n(*count, one, many));
        format!("Left out: {}.", parts.collect::<Vec<_>>().join(", "))
    },
    read: |[sections, tasks, measures, units, remarks]| {
        let look = if remarks > 0 { format!("; {} to check", n(remarks, "place", "places")) } else { String::new() };
        let parts = if sections > 0 { format!("{}, ", n(sections, "section", "sections")) } else { String::new() };
        format!(
            "{parts}{}, {}, {}{look}.",
            n(tasks, "task", "tasks"),
            n(measures, "measure", "measures"),
            n(units, "unit", "units")
        )
    },
    broken_plan: "This plan file is incomplete, or a newer version of this page saved it. Save it again, or update the page.",
    replaced: "Another text has replaced it; the previous one and its corrections can still be restored.",
    bring_back: "Restore the previous text",
    other_text: "No work plan was found: there are numbers in the text, but it does not read like a Chinese work plan. If it is one, mark the tasks by hand.",
    no_plan: "No work plan was found: it has no tasks or measures. Paste the whole text with its numbered tasks.",
    look_at: "Please check",
    remark: |code| match code {
        "no-title" => "No title found",
        "no-tasks" => "No tasks found",
        "number-skipped" => "A number does not follow the one before",
        "numbers-restart" => "Numbers restart here: tasks are numbered with their section",
        "numbers-repeat" => "A number is printed twice: tasks are counted",
        "numbers-counted" => "Some tasks have no number, or that of a heading over them: tasks are counted",
        "empty-heading" => "A heading with nothing under it",
        "nobody-named" => "No responsible unit is named",
        "unclosed-statement" => "The bracket around the responsible units is not closed",
        "empty-statement" => "No unit is named where one should be",
        "odd-name" => "This does not look like the name of a body",
        "first-named-leads" => "The unit named first leads",
        "first-group-leads" => "The units before the dividing mark lead",
        "rule-for-others" => "A rule for others, not followed",
        "unknown-label" => "Unknown label",
        "read-from-sentence" => "Units read from a sentence",
        "guessed-cells" => "The columns of this table are guessed",
        "second-plan" => "Another plan begins here",
        "set-apart" => "Not taken as a task",
        "no-plan" => "Does not look like a work plan",
        "other-kind" => "Looks like a speech, a report on what was or a notice of a meeting, and not like a work plan",
        _ => "Read with doubt",
    },
    outline: "What was read",
    standing: "Also: requirements that are not tasks and stand on every checklist",
    nobody: "Nobody named",
    others: "and others",
    due: "By: ",
    keep: "Save and open",
    keep_text: "Saves the plan in this browser, then opens its checklist.",
};

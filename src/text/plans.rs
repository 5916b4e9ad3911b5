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
    library_text: "保存在这个浏览器里的工作要点。每份要点有自己的进度，互不影响。",
    new_plan: "添加一份工作要点",
    untitled: "（没有标题）",
    measures: |n| format!("{n} 条举措"),
    kept_on: |date| format!("{date} 保存"),
    opened_on: |date| format!("{date} 打开过"),
    carried: "页面自带",
    is_open: "现在打开着",
    signed_off: |count| format!("已销号 {}/{}", count.done, count.all),
    reported_on: |date| format!("{date} 最近填报"),
    rename: "改名",
    name: "自己起的名称（标题不变；留空即去掉）",
    keep_name: "保存名称",
    copy: "复制",
    copy_name: |title| format!("{title}（副本）"),
    copied: |name| format!("已复制为“{name}”，不带进度。"),
    delete_own_question: |title| {
        format!("《{title}》是页面自带的，会留在要点库里。要删除它的全部进度吗？离开这一页之前可以撤销。")
    },
    delete_own_yes: "删除它的进度",
    deleted_own: |title| format!("已删除《{title}》的进度。离开这一页之前可以撤销。"),
    save: "存成要点文件",
    delete: "删除",
    delete_question: |title| format!("要删除《{title}》和它的全部进度吗？离开这一页之前可以撤销。"),
    delete_yes: "删除这份要点",
    deleted: |title| format!("已删除《{title}》和它的进度。离开这一页之前可以撤销。"),
    not_changed: |why| match why {
        NotChanged::NoId | NotChanged::Carried => "这份要点是页面自带的，不用保存，也不能删除。",
        NotChanged::Unsound => "这份要点保存以后会读不回来，所以没有保存。请把原文发给页面的作者。",
        NotChanged::NotKept(NotKept::Blocked) => "浏览器不让页面保存内容，要点没有保存。",
        NotChanged::NotKept(NotKept::Full) => "浏览器的存储空间满了，要点没有保存。请先删除不用的要点。",
        NotChanged::NotKept(NotKept::Newer) => "更新版本的页面在这里保存了内容，请重新载入页面后再试。",
    },
    fault: |fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => "这个浏览器里没有这份要点。",
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => "读不出来。它留在原处，没有改动。",
        PlanFault::Newer { .. } => "是更新版本的页面保存的，请重新载入页面后再打开。",
        PlanFault::Blocked => "浏览器不让页面读取保存的内容。",
    },
    new_text: "把工作要点的全文粘贴到下面，或者选择它的文件，也可以把文件拖到这里：Word（.docx）、表格（.xlsx、.xls、.ods、.csv）、网页、文本，或者以前存成的要点文件。全文只在这台电脑上处理，不上传。",
    paste_here: "工作要点全文",
    choose_file: "选择文件",
    unread: |why| match why {
        Unread::TooLarge => "文件超过 64 MB，没有读取。请只留下要点的文字，另存为 .docx 或文本文件。",
        Unread::Bomb => "它解压后大得不合常理，没有读取。请在 Word 或 WPS 里打开，另存为 .docx。",
        Unread::TooMuch => "它的文字、行数或单元格比任何要点都多，没有读取。请只留下要点，另存后再选。",
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
        Unread::NoPlan => "它是这个页面存下的进度文件，不是要点。进度请在“数据”里读入。",
        Unread::Unknown => {
            "它不是文本、Word 文件或表格，或者编码不是 UTF-8、GB18030、UTF-16。请打开它，另存为 .docx，或者复制全文粘贴到这里。"
        }
        Unread::NoText => "里面没有文字，可能只有图片。请找来有文字的文件，另存为 .docx。",
    },
    not_read: |name, why| format!("没有读“{name}”：{why}"),
    office_missing: "读这种文件的程序没有载入。请检查网络后再选一次，或者复制全文粘贴到这里。",
    unreadable: "浏览器打不开它。它可能已经移走，或者没有读取的权限。",
    left_out: |[boxes, notes, hidden, sheets, rows]| {
        let parts = [
            (boxes, "个文本框"),
            (notes, "个脚注"),
            (hidden, "处隐藏的文字"),
            (sheets, "个别的工作表"),
            (rows, "个隐藏的行"),
        ];
        let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        format!("没有读入：{}。", parts.collect::<Vec<_>>().join("，"))
    },
    read: |[sections, tasks, measures, units, remarks]| {
        let look = if remarks > 0 { format!("；{remarks} 处请看一看") } else { String::new() };
        let parts = if sections > 0 { format!("{sections} 个部分，") } else { String::new() };
        format!("{parts}{tasks} 项任务，{measures} 条举措，{units} 个责任单位{look}。")
    },
    broken_plan: "这份要点文件不完整，或者是更新版本的页面保存的。请重新保存一份，或更新页面。",
    replaced: "换成了新的文字；原来的文字和修正还可以找回。",
    bring_back: "找回原来的文字",
    other_text: "没有读出工作要点：文字里有编号，但不像工作要点。如果确实是，请自己标出任务。",
    no_plan: "没有读出工作要点：里面没有要做的事。请粘贴带编号任务的全文。",
    look_at: "请看一看",
    remark: |code| match code {
        "no-title" => "没有找到标题",
        "no-tasks" => "没有找到要做的事",
        "number-skipped" => "编号不连续",
        "numbers-restart" => "编号从这里重新开始，任务编号前加上部分",
        "numbers-repeat" => "编号重复，任务按顺序编号",
        "numbers-counted" => "有的任务没有编号，或者几级编号相同，任务按顺序编号",
        "empty-heading" => "标题下没有内容",
        "nobody-named" => "没有写责任单位",
        "unclosed-statement" => "责任分工的括号没有结束",
        "empty-statement" => "责任分工里没有单位",
        "odd-name" => "这个名称不像单位",
        "first-named-leads" => "排在第一的单位牵头",
        "rule-for-others" => "针对别的单位的规定，没有采用",
        "unknown-label" => "不认识的标签",
        "read-from-sentence" => "单位是从句子里读出的",
        "guessed-cells" => "表格的列是猜的",
        "second-plan" => "这里开始另一份要点",
        "set-apart" => "没有列入任务",
        "no-plan" => "不像工作要点",
        _ => "读得没有把握",
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
    library_text: "保存在這個瀏覽器裡的工作要點。每份要點有自己的進度，互不影響。",
    new_plan: "新增一份工作要點",
    untitled: "（沒有標題）",
    measures: |n| format!("{n} 條舉措"),
    kept_on: |date| format!("{date} 保存"),
    opened_on: |date| format!("{date} 打開過"),
    carried: "頁面自帶",
    is_open: "現在打開著",
    signed_off: |count| format!("已銷號 {}/{}", count.done, count.all),
    reported_on: |date| format!("{date} 最近填報"),
    rename: "改名",
    name: "自己起的名稱（標題不變；留空即去掉）",
    keep_name: "保存名稱",
    copy: "複製",
    copy_name: |title| format!("{title}（副本）"),
    copied: |name| format!("已複製為「{name}」，不帶進度。"),
    delete_own_question: |title| {
        format!("《{title}》是頁面自帶的，會留在要點庫裡。要刪除它的全部進度嗎？離開這一頁之前可以復原。")
    },
    delete_own_yes: "刪除它的進度",
    deleted_own: |title| format!("已刪除《{title}》的進度。離開這一頁之前可以復原。"),
    save: "存成要點檔案",
    delete: "刪除",
    delete_question: |title| format!("要刪除《{title}》和它的全部進度嗎？離開這一頁之前可以復原。"),
    delete_yes: "刪除這份要點",
    deleted: |title| format!("已刪除《{title}》和它的進度。離開這一頁之前可以復原。"),
    not_changed: |why| match why {
        NotChanged::NoId | NotChanged::Carried => "這份要點是頁面自帶的，不用保存，也不能刪除。",
        NotChanged::Unsound => "這份要點保存以後會讀不回來，所以沒有保存。請把原文發給頁面的作者。",
        NotChanged::NotKept(NotKept::Blocked) => "瀏覽器不讓頁面保存內容，要點沒有保存。",
        NotChanged::NotKept(NotKept::Full) => "瀏覽器的儲存空間滿了，要點沒有保存。請先刪除不用的要點。",
        NotChanged::NotKept(NotKept::Newer) => "更新版本的頁面在這裡保存了內容，請重新載入頁面後再試。",
    },
    fault: |fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => "這個瀏覽器裡沒有這份要點。",
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => "讀不出來。它留在原處，沒有改動。",
        PlanFault::Newer { .. } => "是更新版本的頁面保存的，請重新載入頁面後再打開。",
        PlanFault::Blocked => "瀏覽器不讓頁面讀取保存的內容。",
    },
    new_text: "把工作要點的全文貼到下面，或者選擇它的檔案，也可以把檔案拖到這裡：Word（.docx）、表格（.xlsx、.xls、.ods、.csv）、網頁、文字檔，或者以前存成的要點檔案。全文只在這台電腦上處理，不上傳。",
    paste_here: "工作要點全文",
    choose_file: "選擇檔案",
    unread: |why| match why {
        Unread::TooLarge => "檔案超過 64 MB，沒有讀取。請只留下要點的文字，另存為 .docx 或文字檔。",
        Unread::Bomb => "它解壓後大得不合常理，沒有讀取。請在 Word 或 WPS 裡打開，另存為 .docx。",
        Unread::TooMuch => "它的文字、列數或儲存格比任何要點都多，沒有讀取。請只留下要點，另存後再選。",
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
        Unread::NoPlan => "它是這個頁面存下的進度檔案，不是要點。進度請在「資料」裡讀入。",
        Unread::Unknown => {
            "它不是文字、Word 檔案或表格，或者編碼不是 UTF-8、GB18030、UTF-16。請打開它，另存為 .docx，或者複製全文貼到這裡。"
        }
        Unread::NoText => "裡面沒有文字，可能只有圖片。請找來有文字的檔案，另存為 .docx。",
    },
    not_read: |name, why| format!("沒有讀「{name}」：{why}"),
    office_missing: "讀這種檔案的程式沒有載入。請檢查網路後再選一次，或者複製全文貼到這裡。",
    unreadable: "瀏覽器打不開它。它可能已經移走，或者沒有讀取的權限。",
    left_out: |[boxes, notes, hidden, sheets, rows]| {
        let parts = [
            (boxes, "個文字方塊"),
            (notes, "個註腳"),
            (hidden, "處隱藏的文字"),
            (sheets, "個別的工作表"),
            (rows, "個隱藏的列"),
        ];
        let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        format!("沒有讀入：{}。", parts.collect::<Vec<_>>().join("，"))
    },
    read: |[sections, tasks, measures, units, remarks]| {
        let look = if remarks > 0 { format!("；{remarks} 處請看一看") } else { String::new() };
        let parts = if sections > 0 { format!("{sections} 個部分，") } else { String::new() };
        format!("{parts}{tasks} 項任務，{measures} 條舉措，{units} 個責任單位{look}。")
    },
    broken_plan: "這份要點檔案不完整，或者是更新版本的頁面儲存的。請重新儲存一份，或更新頁面。",
    replaced: "換成了新的文字；原來的文字和修正還可以找回。",
    bring_back: "找回原來的文字",
    other_text: "沒有讀出工作要點：文字裡有編號，但不像工作要點。如果確實是，請自己標出任務。",
    no_plan: "沒有讀出工作要點：裡面沒有要做的事。請貼上帶編號任務的全文。",
    look_at: "請看一看",
    remark: |code| match code {
        "no-title" => "沒有找到標題",
        "no-tasks" => "沒有找到要做的事",
        "number-skipped" => "編號不連續",
        "numbers-restart" => "編號從這裡重新開始，任務編號前加上部分",
        "numbers-repeat" => "編號重複，任務按順序編號",
        "numbers-counted" => "有的任務沒有編號，或者幾級編號相同，任務按順序編號",
        "empty-heading" => "標題下沒有內容",
        "nobody-named" => "沒有寫責任單位",
        "unclosed-statement" => "責任分工的括號沒有結束",
        "empty-statement" => "責任分工裡沒有單位",
        "odd-name" => "這個名稱不像單位",
        "first-named-leads" => "排在第一的單位牽頭",
        "rule-for-others" => "針對別的單位的規定，沒有採用",
        "unknown-label" => "不認識的標籤",
        "read-from-sentence" => "單位是從句子裡讀出的",
        "guessed-cells" => "表格的欄是猜的",
        "second-plan" => "這裡開始另一份要點",
        "set-apart" => "沒有列入任務",
        "no-plan" => "不像工作要點",
        _ => "讀得沒有把握",
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
    library_text: "The work plans kept in this browser. Each has its own progress; none touches another's.",
    new_plan: "Add a work plan",
    untitled: "(no title)",
    measures: |count| n(count, "measure", "measures"),
    kept_on: |date| format!("kept {date}"),
    opened_on: |date| format!("opened {date}"),
    carried: "comes with the page",
    is_open: "open now",
    signed_off: |count| format!("{} of {} signed off", count.done, count.all),
    reported_on: |date| format!("last report {date}"),
    rename: "Rename",
    name: "A name of your own (the title stays; leave it empty for none)",
    keep_name: "Keep the name",
    copy: "Copy",
    copy_name: |title| format!("{title}（副本）"),
    copied: |name| format!("Copied as “{name}”, without progress."),
    delete_own_question: |title| {
        format!(
            "“{title}” comes with the page and stays. Delete all its progress? You can undo this until you leave this view."
        )
    },
    delete_own_yes: "Delete its progress",
    deleted_own: |title| format!("Deleted the progress of “{title}”. You can undo this until you leave this view."),
    save: "Save as a plan file",
    delete: "Delete",
    delete_question: |title| {
        format!("Delete “{title}” and all of its progress? You can undo this until you leave this view.")
    },
    delete_yes: "Delete this plan",
    deleted: |title| format!("Deleted “{title}” and its progress. You can undo this until you leave this view."),
    not_changed: |why| match why {
        NotChanged::NoId | NotChanged::Carried => {
            "This plan comes with the page: it need not be kept and cannot be deleted."
        }
        NotChanged::Unsound => {
            "This plan could not be read back once kept, so it was not. Please send its text to the authors."
        }
        NotChanged::NotKept(NotKept::Blocked) => {
            "The browser does not let the page keep anything: the plan was not kept."
        }
        NotChanged::NotKept(NotKept::Full) => {
            "The browser's storage is full: the plan was not kept. Delete plans that are not needed first."
        }
        NotChanged::NotKept(NotKept::Newer) => {
            "A newer version of the page keeps its data here. Reload the page and try again."
        }
    },
    fault: |fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => "This browser has no such plan.",
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => "Cannot be read. It stays where it is, unchanged.",
        PlanFault::Newer { .. } => "Kept by a newer version of the page. Reload the page and open it then.",
        PlanFault::Blocked => "The browser does not let the page read what is kept.",
    },
    new_text: "Paste the plan's whole text below, or choose its file, or drop it here: Word (.docx), a spreadsheet (.xlsx, .xls, .ods, .csv), a web page, a text file, or a plan file saved before. It is read on this computer and uploaded nowhere.",
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
            "It has more text, rows or cells than any plan and was not read. Keep only the plan, save it and choose it again."
        }
        Unread::Damaged => {
            "The file is damaged. Open and repair it in Word or WPS and save it as .docx (a spreadsheet as .xlsx)."
        }
        Unread::Encrypted => {
            "The file has a password. Open it, take the password away and save it as .docx (a spreadsheet as .xlsx)."
        }
        Unread::OldWord => {
            "It is an old Word file (.doc), whatever its name ends in. Open it in Word or WPS and save it as .docx."
        }
        Unread::OldWorkbook => "It is an Excel file of before 1997. Open it and save it as .xlsx.",
        Unread::OpenText => "It is an .odt file. Open it and save it as .docx.",
        Unread::Wps => "It is a .wps file. Open it in WPS and save it as .docx.",
        Unread::Pdf => {
            "It is a PDF. Copy the text of one that has text and paste it here; of a scanned one get the Word file it was made of, saved as .docx."
        }
        Unread::Rtf => "It is an RTF file. Open it in Word or WPS and save it as .docx.",
        Unread::Packed => {
            "It is a web archive or an old XML file. Open it in Word or WPS and save it as .docx (a spreadsheet as .xlsx)."
        }
        Unread::BinaryWorkbook => "It is a binary Excel file (.xlsb). Open it and save it as .xlsx.",
        Unread::NoPlan => "It holds progress saved by this page, and no plan. Progress is read in under Data.",
        Unread::Unknown => {
            "It is no text, Word file or spreadsheet, or not in UTF-8, GB18030 or UTF-16. Open it and save it as .docx, or copy its text and paste it here."
        }
        Unread::NoText => "There is no text in it, perhaps only pictures. Get a file with text, saved as .docx.",
    },
    not_read: |name, why| format!("“{name}” was not read. {why}"),
    office_missing: "What reads such files could not be loaded. Check the network and choose the file again, or copy its text and paste it here.",
    unreadable: "The browser cannot open it. It may have been moved, or may not be read.",
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
        let look = if remarks > 0 { format!("; {} to look at", n(remarks, "place", "places")) } else { String::new() };
        let parts = if sections > 0 { format!("{}, ", n(sections, "section", "sections")) } else { String::new() };
        format!(
            "{parts}{}, {}, {}{look}.",
            n(tasks, "task", "tasks"),
            n(measures, "measure", "measures"),
            n(units, "unit", "units")
        )
    },
    broken_plan: "This plan file is incomplete, or a newer version of this page saved it. Save it again, or update the page.",
    replaced: "Another text took its place; the one before, and what was mended of it, can still be had back.",
    bring_back: "Bring back the text before",
    other_text: "No work plan was found: there are numbers in the text, but it does not read as a Chinese work plan. If it is one, mark the tasks yourself.",
    no_plan: "No work plan was found in it: nothing that is to be done. Paste the whole text with its numbered tasks.",
    look_at: "To look at",
    remark: |code| match code {
        "no-title" => "No title found",
        "no-tasks" => "Nothing to do found",
        "number-skipped" => "A number does not follow the one before",
        "numbers-restart" => "Numbers restart here: tasks are numbered with their section",
        "numbers-repeat" => "A number is printed twice: tasks are counted",
        "numbers-counted" => "Some tasks have no number, or that of a heading over them: tasks are counted",
        "empty-heading" => "A heading with nothing under it",
        "nobody-named" => "Nobody is named as responsible",
        "unclosed-statement" => "The bracket around the responsible units is not closed",
        "empty-statement" => "No unit is named where one should be",
        "odd-name" => "This does not look like the name of a body",
        "first-named-leads" => "The unit named first leads",
        "rule-for-others" => "A rule for others, not followed",
        "unknown-label" => "A label that is not known",
        "read-from-sentence" => "Units read out of a sentence",
        "guessed-cells" => "The columns of this table are guessed",
        "second-plan" => "Another plan begins here",
        "set-apart" => "Not taken for a task",
        "no-plan" => "Does not look like a work plan",
        _ => "Read with doubt",
    },
    outline: "What was read",
    standing: "Also requirements that are no task and stand on every checklist",
    nobody: "Nobody named",
    others: "and others",
    due: "By: ",
    keep: "Keep and open",
    keep_text: "Keeps the plan in this browser, then opens its checklist.",
};

//! The words around files that go from hand to hand: giving back, bringing together, receipts.

use super::en::n;
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct GatherWords {
    pub give: &'static str,
    pub give_text: &'static str,
    pub give_as: &'static str,
    /// How many measures of so many say something.
    pub given: fn(usize, usize) -> String,
    pub give_nothing: &'static str,
    /// Before the name of the file.
    pub give_save: &'static str,
    pub give_content: fn(usize) -> String,
    pub gather: &'static str,
    pub gather_text: &'static str,
    pub choose: &'static str,
    /// So many files can be merged, so many have nothing new, and so many cannot be read.
    pub on_desk: fn(usize, usize, usize) -> String,
    pub columns: [&'static str; 8],
    pub whole: &'static str,
    pub not_said: &'static str,
    pub broken: &'static str,
    pub revised: &'static str,
    /// Of a file that was made where the same plan is kept under another id.
    pub other_copy: &'static str,
    /// The round that a file is for, by its name and days.
    pub for_round: fn(&str, &str, &str) -> String,
    /// Of a file for a round that was closed on a day, for another than the one of this name, for one that there is not.
    pub round_closed: fn(&str) -> String,
    pub round_other: fn(&str) -> String,
    pub round_unknown: &'static str,
    pub brought_before: fn(&str) -> String,
    pub twin: fn(&str) -> String,
    /// Of a handed-out page that was sent back instead of a report.
    pub handed_page: &'static str,
    /// Of a file that is named for another party than it is from.
    pub named_for: fn(&str) -> String,
    pub reported_as: fn(&str) -> String,
    pub of_others: fn(usize) -> String,
    pub future: &'static str,
    pub look: &'static str,
    pub replace: &'static str,
    pub drop: &'static str,
    pub conflicts: fn(usize) -> String,
    pub conflicts_text: &'static str,
    pub all_of: &'static str,
    pub proposed: &'static str,
    pub here: &'static str,
    pub newer: &'static str,
    pub own_file: &'static str,
    pub from_file: fn(&str) -> String,
    pub more_conflicts: fn(usize) -> String,
    pub merge: fn(usize) -> String,
    /// In place of merging, for files without anything new.
    pub note: fn(usize) -> String,
    pub no_news: &'static str,
    pub merged: fn(usize, usize, usize) -> String,
    /// Where files without anything new were noted, and where in all conflicts what is here was chosen.
    pub noted: fn(usize) -> String,
    pub all_kept: &'static str,
    pub not_kept: &'static str,
    pub receipts: &'static str,
    pub receipts_text: &'static str,
    pub no_receipts: &'static str,
    pub receipt: fn(usize, usize) -> String,
    pub brought: fn(&str) -> String,
    pub made: fn(&str) -> String,
    pub digest: fn(&str) -> String,
    pub declined: fn(usize) -> String,
    pub taken_back: fn(&str) -> String,
    /// Said of a file that took the place of all that was here.
    pub replaced: &'static str,
    /// The paper with a receipt on it, of one party, and of all.
    pub print_receipt: &'static str,
    pub print_receipts: &'static str,
    pub take_back: &'static str,
    pub take_back_question: fn(usize) -> String,
    pub took_back: fn(usize, usize) -> String,
    pub unread: fn(usize) -> String,
    pub hand_out: &'static str,
    pub hand_out_text: &'static str,
    pub hand_out_whom: &'static str,
    pub hand_out_whole: &'static str,
    pub hand_out_what: &'static str,
    /// In the order of [`crate::views::gather::desk::What`].
    pub hand_out_kinds: [&'static str; 6],
    pub hand_out_one: &'static str,
    pub hand_out_all: fn(usize) -> String,
    /// How many rows of a spreadsheet are known by their text.
    pub by_text: fn(usize) -> String,
    /// What of a spreadsheet was not understood.
    pub left: fn(usize) -> String,
    pub handing_out: &'static str,
    pub handed_out: &'static str,
    pub no_one_file: &'static str,
    pub no_memory: &'static str,
    pub no_program: &'static str,
    pub nothing_to_write: &'static str,
    /// The own report as a spreadsheet; the rows of a spreadsheet that were not understood.
    pub give_form: &'static str,
    /// What a form has no column for.
    pub form_lacks: &'static str,
    pub save_left: &'static str,
    pub handed_first: fn(&str) -> String,
    pub handed_plan: &'static str,
    pub handed_newer: fn(&str) -> String,
    /// Which measures the file has other reports of, that are later and were not taken over.
    pub handed_differs: fn(&[String]) -> String,
    pub handed_older: fn(&str, &str) -> String,
    /// How many fields of a file change nothing, as what is here is newer or was settled.
    pub kept_here: fn(usize) -> String,
    /// Of a spreadsheet that names nobody, whose name does.
    pub guessed: &'static str,
    /// Of a file of a party that the plan does not have.
    pub stranger: fn(&str) -> String,
    /// How many days have no year; how many dates of reports are still to come.
    pub years: fn(usize) -> String,
    pub dated_after: fn(usize) -> String,
    /// Of a spreadsheet of which nothing was understood.
    pub nothing_read: &'static str,
}

impl GatherWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

/// What is said of the files on the desk in Chinese: so many can be merged, have nothing new, cannot be merged. The words are the counters
/// of the first and of others, and those three.
fn on_desk([first, other, merges, no_news, refused]: [&str; 5], counts: [usize; 3]) -> String {
    let all = counts.into_iter().zip([merges, no_news, refused]).filter(|(count, _)| *count > 0);
    let said = all.enumerate().map(|(place, (count, what))| {
        let counter = if place == 0 { first } else { other };
        format!("{count}{counter}{what}")
    });
    said.collect::<Vec<_>>().join("，")
}

static ZH_HANS: GatherWords = GatherWords {
    give: "上报",
    give_text: "将一个填报单位的填报导出为文件，报统筹单位。不含其他填报单位的内容。",
    give_as: "上报单位",
    given: |said, all| format!("共 {all} 条举措，已填报 {said} 条。"),
    give_nothing: "尚未填报，没有可以上报的内容。",
    give_save: "上报：导出",
    give_content: |n| format!("文件内容：{n} 条"),
    gather: "汇总",
    gather_text: "将各单位交回的进度文件、填报表或压缩包一并拖到这里，或一次选择多个。先逐个列出内容，确认后再合并；同一个文件重复读入，不会有任何变化。",
    choose: "选择交回的文件（可以多选）",
    on_desk: |fresh, old, bad| {
        let words = [" 个文件", " 个", "可以合并", "没有新内容", "不能合并，原因见下"];
        let changed =
            if fresh > 0 { "。现有进度还没有改动。" } else { "。现有进度没有任何改动。" };
        on_desk(words, [fresh, old, bad]) + changed
    },
    columns: ["文件", "填报单位", "生成时间", "填报", "新", "相同", "较旧", "不一致"],
    whole: "整份台账",
    not_said: "没有注明",
    broken: "生成以后内容有改动。",
    revised: "按另一稿工作要点生成，举措可能无法对应。",
    other_copy: "属于同一要点的另一份（文字相同，分开保存），可以照常合并。",
    for_round: |name, from, until| format!("填报期：{name}（{from} 至 {until}）"),
    round_closed: |day| format!("这一期已于 {day} 结束：合并后计入现在的进度，不改变结束时的台账。"),
    round_other: |open| format!("不属于正在填报的一期（{open}）。"),
    round_unknown: "这里没有这一期。",
    brought_before: |day| format!("{day} 已经收过。"),
    twin: |name| format!("与“{name}”内容相同。"),
    handed_page: "这是下发的页面，里面只有下发时的内容。填报不在这个文件里：请对方打开那个页面，在“数据”里上报。",
    named_for: |who| format!("文件名为“{who}”，内容却属于上面的填报单位，请核对。"),
    reported_as: |who| format!("生成这个文件的浏览器曾以“{who}”上报，请核对是否误用了其他单位的文件。"),
    of_others: |n| format!("另含其他填报单位的 {n} 条。"),
    future: "部分内容的时间在明天以后，不作为日期。",
    look: "逐条查看",
    replace: "不合并，用这个文件替换现有全部进度……",
    drop: "不要这个文件",
    conflicts: |n| format!("{n} 处不一致，请选定"),
    conflicts_text: "同一填报单位的同一栏，分别填写了不同内容。已按建议预选：填报单位自己的文件优先，其次是较晚填写的。",
    all_of: "全部改为：",
    proposed: "按建议",
    here: "现有的",
    newer: "较晚填写的",
    own_file: "填报单位自己的文件",
    from_file: |name| format!("“{name}”的"),
    more_conflicts: |n| format!("还有 {n} 处没有列出，按上面“全部改为”所选处理。"),
    merge: |n| format!("合并 {n} 个文件"),
    note: |n| format!("仅登记收到 {n} 个文件"),
    no_news: "没有新内容。",
    merged: |files, marks, settled| {
        let settled = if settled > 0 { format!("，选定不一致 {settled} 处") } else { String::new() };
        format!("已合并 {files} 个文件：新增填报 {marks} 条{settled}。")
    },
    noted: |n| format!("已登记收到的 {n} 个文件。没有新内容，进度没有改动。"),
    all_kept: "不一致之处均保留现有内容，进度没有改动。",
    not_kept: "收件记录无法保存（空间已满或被禁用），没有合并，也没有任何改动。",
    receipts: "收件记录",
    receipts_text: "每收一个文件，登记一笔。撤回一笔，只还原它带来且此后未再改动的内容。",
    no_receipts: "尚未收到文件。",
    receipt: |marks, changed| format!("{marks} 条填报，改动 {changed} 栏"),
    brought: |time| format!("{time} 收到"),
    made: |time| format!("{time} 生成"),
    digest: |digest| format!("校验码 {digest}"),
    declined: |n| format!("没有采用 {n} 栏："),
    taken_back: |time| format!("{time} 已撤回"),
    replaced: "替换了此前全部内容",
    print_receipt: "打印回执",
    print_receipts: "打印全部回执",
    take_back: "撤回这次收件",
    take_back_question: |n| format!("撤回后，{n} 栏恢复到收件以前；此后又改过的、其他文件也这样写的，不变。要撤回吗？"),
    took_back: |fields, left| {
        let left = if left > 0 { format!("；{left} 栏此后又改过，未变") } else { String::new() };
        format!("已撤回，还原 {fields} 栏{left}。")
    },
    hand_out: "下发",
    hand_out_text: "网页文件里有整个页面和这份要点：双击就能打开，不用联网、不用安装，打开就是该单位的清单，填好后在“数据”里上报。只用表格的单位，可发填报表。统筹的销号和该单位以前的填报一并附上。压缩包里每个单位各有一个网页文件和一张填报表，另附要点文件和目录。",
    hand_out_whom: "下发对象",
    hand_out_whole: "不指定单位（整份要点）",
    hand_out_what: "下发内容",
    hand_out_kinds: [
        "网页文件（.html）",
        "填报表（.xlsx）",
        "任务分解表（.xlsx）",
        "填报表（.csv）",
        "任务分解表（.csv）",
        "要点文件（.json）",
    ],
    hand_out_one: "下发这一份",
    by_text: |n| format!("{n} 行没有编码，按举措的文字对应，请核对。"),
    left: |n| format!("{n} 处无法识别，没有采用，请查看。"),
    hand_out_all: |n| format!("下发全部 {n} 个单位（压缩包）"),
    handing_out: "正在生成……",
    handed_out: "已生成，请在浏览器的下载里查看。",
    no_one_file: "未能生成：无法取得这个网站的单文件版（没有联网，或网站上没有）。",
    no_memory: "未能生成：内存不足，请先关闭其他页面。",
    no_program: "未能生成：生成表格的程序没有载入，请检查网络后再试。",
    nothing_to_write: "未能生成：没有可以写入表格的内容，或者内容过多。",
    give_form: "或导出填报表（.xlsx）",
    form_lacks: "延期申请只随填报文件上报，填报表里没有这一栏。",
    save_left: "将没有采用的行导出为表格",
    handed_first: |who| {
        let whom = if who.is_empty() { "的页面".into() } else { format!("给“{who}”的页面") };
        format!("这是下发{whom}：填报保存在这个浏览器里，填好后在“数据”里上报。")
    },
    handed_plan: "统筹确定的分工、时限和销号已随这份要点一并读入。",
    handed_differs: |labels| {
        format!("{} 的填报，统筹单位后来改过，与您的不同：保留的是您的，请与统筹单位核对。", labels.join("、"))
    },
    handed_newer: |made| format!("这是 {made} 下发的新文件，您以前的填报均已保留。"),
    handed_older: |made, before| {
        format!("这个文件是 {made} 下发的，您打开过 {before} 下发的较新文件，请用那一个。填报均已保留。")
    },
    guessed: "表内未写明填报单位，按文件名认作上面这个单位，请核对。",
    stranger: |who| format!("表里写的填报单位是“{who}”，这份要点里没有这个单位。"),
    years: |n| format!("{n} 处填报日期没有写年份，是按要点的年份算的，请核对。"),
    dated_after: |n| format!("{n} 处填报日期在今天以后，请核对。"),
    nothing_read: "没有一处可以识别，未采用任何内容。",
    kept_here: |n| format!("另有 {n} 栏，现有的内容较新或早已选定，合并后不变。"),
    unread: |n| format!("另有 {n} 笔收件记录由更新的版本写入，或已损坏，原样保留。"),
};

static ZH_HANT: GatherWords = GatherWords {
    give: "上報",
    give_text: "將一個填報單位的填報匯出為檔案，報統籌單位。不含其他填報單位的內容。",
    give_as: "上報單位",
    given: |said, all| format!("共 {all} 條舉措，已填報 {said} 條。"),
    give_nothing: "尚未填報，沒有可以上報的內容。",
    give_save: "上報：匯出",
    give_content: |n| format!("檔案內容：{n} 條"),
    gather: "匯總",
    gather_text: "將各單位交回的進度檔案、填報表或壓縮檔一併拖到這裡，或一次選擇多個。先逐個列出內容，確認後再合併；同一個檔案重複讀入，不會有任何變化。",
    choose: "選擇交回的檔案（可以多選）",
    on_desk: |fresh, old, bad| {
        let words = [" 個檔案", " 個", "可以合併", "沒有新內容", "不能合併，原因見下"];
        let changed =
            if fresh > 0 { "。現有進度還沒有改動。" } else { "。現有進度沒有任何改動。" };
        on_desk(words, [fresh, old, bad]) + changed
    },
    columns: ["檔案", "填報單位", "生成時間", "填報", "新", "相同", "較舊", "不一致"],
    whole: "整份台賬",
    not_said: "沒有註明",
    broken: "生成以後內容有改動。",
    revised: "按另一稿工作要點生成，舉措可能無法對應。",
    other_copy: "屬於同一要點的另一份（文字相同，分開保存），可以照常合併。",
    for_round: |name, from, until| format!("填報期：{name}（{from} 至 {until}）"),
    round_closed: |day| format!("這一期已於 {day} 結束：合併後計入現在的進度，不改變結束時的台賬。"),
    round_other: |open| format!("不屬於正在填報的一期（{open}）。"),
    round_unknown: "這裡沒有這一期。",
    brought_before: |day| format!("{day} 已經收過。"),
    twin: |name| format!("與「{name}」內容相同。"),
    handed_page: "這是下發的頁面，裡面只有下發時的內容。填報不在這個檔案裡：請對方打開那個頁面，在「資料」裡上報。",
    named_for: |who| format!("檔案名為「{who}」，內容卻屬於上面的填報單位，請核對。"),
    reported_as: |who| format!("生成這個檔案的瀏覽器曾以「{who}」上報，請核對是否誤用了其他單位的檔案。"),
    of_others: |n| format!("另含其他填報單位的 {n} 條。"),
    future: "部分內容的時間在明天以後，不作為日期。",
    look: "逐條查看",
    replace: "不合併，用這個檔案替換現有全部進度……",
    drop: "不要這個檔案",
    conflicts: |n| format!("{n} 處不一致，請選定"),
    conflicts_text: "同一填報單位的同一欄，分別填寫了不同內容。已按建議預選：填報單位自己的檔案優先，其次是較晚填寫的。",
    all_of: "全部改為：",
    proposed: "按建議",
    here: "現有的",
    newer: "較晚填寫的",
    own_file: "填報單位自己的檔案",
    from_file: |name| format!("「{name}」的"),
    more_conflicts: |n| format!("還有 {n} 處沒有列出，按上面「全部改為」所選處理。"),
    merge: |n| format!("合併 {n} 個檔案"),
    note: |n| format!("僅登記收到 {n} 個檔案"),
    no_news: "沒有新內容。",
    merged: |files, marks, settled| {
        let settled = if settled > 0 { format!("，選定不一致 {settled} 處") } else { String::new() };
        format!("已合併 {files} 個檔案：新增填報 {marks} 條{settled}。")
    },
    noted: |n| format!("已登記收到的 {n} 個檔案。沒有新內容，進度沒有改動。"),
    all_kept: "不一致之處均保留現有內容，進度沒有改動。",
    not_kept: "收件記錄無法保存（空間已滿或被停用），沒有合併，也沒有任何改動。",
    receipts: "收件記錄",
    receipts_text: "每收一個檔案，登記一筆。撤回一筆，只還原它帶來且此後未再改動的內容。",
    no_receipts: "尚未收到檔案。",
    receipt: |marks, changed| format!("{marks} 條填報，改動 {changed} 欄"),
    brought: |time| format!("{time} 收到"),
    made: |time| format!("{time} 生成"),
    digest: |digest| format!("校驗碼 {digest}"),
    declined: |n| format!("沒有採用 {n} 欄："),
    taken_back: |time| format!("{time} 已撤回"),
    replaced: "替換了此前全部內容",
    print_receipt: "列印回執",
    print_receipts: "列印全部回執",
    take_back: "撤回這次收件",
    take_back_question: |n| format!("撤回後，{n} 欄恢復到收件以前；此後又改過的、其他檔案也這樣寫的，不變。要撤回嗎？"),
    took_back: |fields, left| {
        let left = if left > 0 { format!("；{left} 欄此後又改過，未變") } else { String::new() };
        format!("已撤回，還原 {fields} 欄{left}。")
    },
    hand_out: "下發",
    hand_out_text: "網頁檔案裡有整個頁面和這份要點：雙擊就能打開，不用聯網、不用安裝，打開就是該單位的清單，填好後在「資料」裡上報。只用表格的單位，可發填報表。統籌的銷號和該單位以前的填報一併附上。壓縮檔裡每個單位各有一個網頁檔案和一張填報表，另附要點檔案和目錄。",
    hand_out_whom: "下發對象",
    hand_out_whole: "不指定單位（整份要點）",
    hand_out_what: "下發內容",
    hand_out_kinds: [
        "網頁檔案（.html）",
        "填報表（.xlsx）",
        "任務分解表（.xlsx）",
        "填報表（.csv）",
        "任務分解表（.csv）",
        "要點檔案（.json）",
    ],
    hand_out_one: "下發這一份",
    by_text: |n| format!("{n} 列沒有編碼，按舉措的文字對應，請核對。"),
    left: |n| format!("{n} 處無法識別，沒有採用，請查看。"),
    hand_out_all: |n| format!("下發全部 {n} 個單位（壓縮檔）"),
    handing_out: "正在產生……",
    handed_out: "已產生，請在瀏覽器的下載裡查看。",
    no_one_file: "未能產生：無法取得這個網站的單檔版（沒有聯網，或網站上沒有）。",
    no_memory: "未能產生：記憶體不足，請先關閉其他頁面。",
    no_program: "未能產生：產生表格的程式沒有載入，請檢查網路後再試。",
    nothing_to_write: "未能產生：沒有可以寫入表格的內容，或者內容過多。",
    give_form: "或匯出填報表（.xlsx）",
    form_lacks: "延期申請只隨填報檔案上報，填報表裡沒有這一欄。",
    save_left: "將沒有採用的行匯出為表格",
    handed_first: |who| {
        let whom = if who.is_empty() { "的頁面".into() } else { format!("給「{who}」的頁面") };
        format!("這是下發{whom}：填報保存在這個瀏覽器裡，填好後在「資料」裡上報。")
    },
    handed_plan: "統籌確定的分工、時限和銷號已隨這份要點一併讀入。",
    handed_differs: |labels| {
        format!("{} 的填報，統籌單位後來改過，與您的不同：保留的是您的，請與統籌單位核對。", labels.join("、"))
    },
    handed_newer: |made| format!("這是 {made} 下發的新檔案，您以前的填報均已保留。"),
    handed_older: |made, before| {
        format!("這個檔案是 {made} 下發的，您打開過 {before} 下發的較新檔案，請用那一個。填報均已保留。")
    },
    guessed: "表內未寫明填報單位，按檔案名認作上面這個單位，請核對。",
    stranger: |who| format!("表裡寫的填報單位是「{who}」，這份要點裡沒有這個單位。"),
    years: |n| format!("{n} 處填報日期沒有寫年份，是按要點的年份算的，請核對。"),
    dated_after: |n| format!("{n} 處填報日期在今天以後，請核對。"),
    nothing_read: "沒有一處可以識別，未採用任何內容。",
    kept_here: |n| format!("另有 {n} 欄，現有的內容較新或早已選定，合併後不變。"),
    unread: |n| format!("另有 {n} 筆收件記錄由更新的版本寫入，或已損壞，原樣保留。"),
};

static EN: GatherWords = GatherWords {
    give: "Submit",
    give_text: "Exports the reports of one body as a file for the coordinator. It contains nothing from other bodies.",
    give_as: "Reporting body",
    given: |said, all| format!("{}, {said} reported.", n(all, "measure", "measures")),
    give_nothing: "Nothing is reported yet, so there is nothing to submit.",
    give_save: "Submit: export",
    give_content: |count| format!("Contents of the file: {}", n(count, "measure", "measures")),
    gather: "Bring together",
    gather_text: "Drop the progress files, spreadsheets or archives that came back here all at once, or choose several. The contents of each are listed \
                  first, and merged only when you confirm; the same file again changes nothing.",
    choose: "Choose the files that came back (several at once)",
    on_desk: |fresh, old, bad| {
        let said = [
            (fresh, "can be merged"),
            (old, if old == 1 { "has nothing new" } else { "have nothing new" }),
            (bad, "cannot be merged, for the reasons below"),
        ];
        let said = said.into_iter().filter(|(count, _)| *count > 0);
        let said = said.map(|(count, what)| [&n(count, "file", "files"), " ", what, ". "].concat());
        said.collect::<String>() + "Nothing is changed yet."
    },
    columns: ["File", "Reporting body", "Made", "Reports", "New", "Same", "Older", "Conflicts"],
    whole: "Whole ledger",
    not_said: "Not said",
    broken: "Its content was changed after it was made.",
    revised: "Made for another version of the plan: measures may not correspond.",
    other_copy: "Made for another copy of this plan, kept apart with the same text: it can be merged as usual.",
    for_round: |name, from, until| format!("Round: {name} ({from} to {until})"),
    round_closed: |day| {
        format!(
            "That round was closed on {day}: what is merged counts in the current ledger and does not change that of the round."
        )
    },
    round_other: |open| format!("It is not for the round that is open ({open})."),
    round_unknown: "There is no such round here.",
    brought_before: |day| format!("Already brought in on {day}."),
    twin: |name| format!("Same content as “{name}”."),
    handed_page: "This is a handed-out page, with what was handed out and nothing more. The reports are not in this file: ask for \
                  them to be submitted under “Data” of that page.",
    named_for: |who| format!("Its name says {who}, but it is from the body above: please check."),
    reported_as: |who| {
        format!(
            "The browser that made it has reported as “{who}” before: check whether another body's file was used by mistake."
        )
    },
    of_others: |count| format!("Also contains {} from other bodies.", n(count, "report", "reports")),
    future: "Some of it is dated after tomorrow and is not taken as a date.",
    look: "Preview",
    replace: "Do not merge: replace all progress by this file …",
    drop: "Leave this file out",
    conflicts: |count| format!("{} to settle", n(count, "conflict", "conflicts")),
    conflicts_text: "Different things were written in the same field of one body. A proposal is already \
                     chosen: the body's own file first, then what was written later.",
    all_of: "Set all to:",
    proposed: "as proposed",
    here: "what is here",
    newer: "what was written later",
    own_file: "the body's own file",
    from_file: |name| format!("“{name}”"),
    more_conflicts: |count| {
        format!("{} not listed: settled by “Set all to” above.", n(count, "more conflict", "more conflicts"))
    },
    merge: |count| format!("Merge {}", n(count, "file", "files")),
    note: |count| format!("Only record the receipt of {}", n(count, "file", "files")),
    no_news: "Nothing new.",
    merged: |files, marks, settled| {
        let settled =
            if settled > 0 { format!(", {} settled", n(settled, "conflict", "conflicts")) } else { String::new() };
        format!("Merged {}: {}{settled}.", n(files, "file", "files"), n(marks, "new report", "new reports"))
    },
    noted: |count| format!("{} recorded. There was nothing new, and no progress changed.", n(count, "file", "files")),
    all_kept: "In all conflicts what was here is kept: no progress changed.",
    not_kept: "There is no room for the receipts, or storage is off: nothing was merged, and nothing was changed.",
    receipts: "Receipts",
    receipts_text: "One for each file that was brought in. Taking one back undoes only what it brought and what was not changed since.",
    no_receipts: "No file has been brought in yet.",
    receipt: |marks, changed| format!("{}, {} changed", n(marks, "report", "reports"), n(changed, "field", "fields")),
    brought: |time| format!("Brought in {time}"),
    made: |time| format!("made {time}"),
    digest: |digest| format!("checksum {digest}"),
    declined: |count| format!("Not taken over, {}:", n(count, "field", "fields")),
    taken_back: |time| format!("Taken back {time}"),
    replaced: "Took the place of everything here",
    print_receipt: "Print the receipt",
    print_receipts: "Print all receipts",
    take_back: "Take this receipt back",
    take_back_question: |count| {
        format!(
            "{} would say what they said before this file; what was changed since, and what other files say too, stays. Take it back?",
            n(count, "field", "fields")
        )
    },
    took_back: |fields, left| {
        let left = if left > 0 {
            format!("; {} changed since and left alone", n(left, "field", "fields"))
        } else {
            String::new()
        };
        format!("Taken back: {}{left}.", n(fields, "field", "fields"))
    },
    hand_out: "Hand out",
    hand_out_text: "The web page holds this plan: a double-click opens it at that body's list, without a network and without \
                    installing anything; the body submits its reports under “Data”. A body that only uses spreadsheets gets a form. Sign-offs, \
                    and what the body reported before, are included. The archive has a web page and a form for each body, the plan file, and a \
                    list of contents.",
    hand_out_whom: "To whom",
    hand_out_whole: "No particular body (the whole plan)",
    hand_out_what: "What",
    hand_out_kinds: [
        "Web page (.html)",
        "Form to fill in (.xlsx)",
        "Breakdown table (.xlsx)",
        "Form to fill in (.csv)",
        "Breakdown table (.csv)",
        "Plan file (.json)",
    ],
    hand_out_one: "Hand out this one",
    by_text: |count| format!("{} known by the text of the measure alone: please check.", n(count, "row", "rows")),
    left: |count| format!("{} not understood and not taken over: please check.", n(count, "cell", "cells")),
    hand_out_all: |count| format!("Hand out to all {count} (one archive)"),
    handing_out: "Preparing …",
    handed_out: "Ready: see your browser's downloads.",
    no_one_file: "Not made: the single-file version of this site is not available (no network, or the site does not have it).",
    no_memory: "Not made: there is not enough memory. Close other pages first.",
    no_program: "Not made: the program that makes spreadsheets could not be loaded. Check the network and try again.",
    nothing_to_write: "Not made: there is nothing to write, or more than a spreadsheet can have.",
    give_form: "or export a form (.xlsx)",
    form_lacks: "Requests for postponement go with the file only: the form has no column for them.",
    save_left: "Export the rows that were not taken over",
    handed_first: |who| {
        let whom = if who.is_empty() { String::new() } else { format!(" to {who}") };
        format!("This page was handed out{whom}: reports are kept in this browser, and submitted under “Data”.")
    },
    handed_plan: "What the coordinator settled and signed off came with this plan and was taken in.",
    handed_differs: |labels| {
        let labels = labels.join(", ");
        format!(
            "The coordinator has since changed what you reported on {labels}: yours is kept. Please check with the coordinator."
        )
    },
    handed_newer: |made| {
        format!("This file was handed out on {made} and is newer than the one you had. Your reports are all kept.")
    },
    handed_older: |made, before| {
        format!(
            "This file was handed out on {made}; you have opened a newer one, of {before}: please use that. Your reports are \
             all kept."
        )
    },
    guessed: "It does not say whose it is: by its file name it is taken for that of the body above. Please check.",
    stranger: |who| format!("It says it is from “{who}”, which this plan does not have."),
    years: |count| {
        format!(
            "{} without a year, taken for the plan's: please check.",
            n(count, "date of report", "dates of reports")
        )
    },
    dated_after: |count| format!("{} later than today: please check.", n(count, "date of report", "dates of reports")),
    nothing_read: "None of it was understood, and nothing was taken.",
    kept_here: |count| {
        let stay = n(count, "more field stays as it is", "more fields stay as they are");
        format!("{stay}: what is here is newer, or was settled.")
    },
    unread: |count| {
        format!("{} from a newer version, or damaged: left as they are.", n(count, "more receipt", "more receipts"))
    },
};

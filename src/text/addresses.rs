//! The words about addresses that name something that does not exist, and about what another window did to the open plan. A table of
//! its own, loaded with the code that reads such addresses.

use crate::domain::fault::PlanFault;
use crate::domain::settings::Lang;

/// The words of one language.
#[allow(missing_docs, reason = "each field is named for what it says")]
#[derive(Debug)]
pub struct AddressWords {
    pub unknown: fn(&str) -> String,
    pub unknown_parts: fn(&[String]) -> String,
    pub no_measure: fn(&str) -> String,
    pub no_task: fn(&str) -> String,
    pub no_plan: fn(&str, &PlanFault) -> String,
    /// A plan of this title was mended, which shows so many of the reports no more.
    pub mended_elsewhere: fn(&str, usize) -> String,
    pub deleted_elsewhere: fn(&str) -> String,
}

impl AddressWords {
    /// The words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.of([&ZH_HANS, &ZH_HANT, &EN])
    }
}

static ZH_HANS: AddressWords = AddressWords {
    unknown: |address| format!("这份工作要点里没有地址所指的内容：{address}。"),
    unknown_parts: |parts| format!("地址里有认不出的内容：“{}”。", parts.join("”“")),
    no_measure: |label| format!("这张清单里没有地址所指的举措 {label}。"),
    no_task: |label| format!("这张清单里没有地址所指的任务 {label}。"),
    no_plan: |plan, fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => format!("这个浏览器里没有保存地址所指的工作要点：{plan}。"),
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => {
            format!("这个浏览器里保存的工作要点“{plan}”读不出来，打不开。")
        }
        PlanFault::Newer { .. } => format!("工作要点“{plan}”是更新版本的页面保存的，请重新载入页面后再打开。"),
        PlanFault::Blocked => format!("浏览器不让页面读取保存的内容，打不开工作要点“{plan}”。"),
    },
    mended_elsewhere: |title, hidden| {
        let reports = match hidden {
            0 => "填报都在".to_owned(),
            n => format!("有 {n} 条填报没有对应的举措或单位，不再显示，随要点留存，取消修正就会恢复"),
        };
        format!("《{title}》在另一个窗口里修正过，这里已经换成修正后的样子；{reports}。")
    },
    deleted_elsewhere: |title| format!("《{title}》在另一个窗口里删除了，这里不再打开它。"),
};

static ZH_HANT: AddressWords = AddressWords {
    unknown: |address| format!("這份工作要點裡沒有地址所指的內容：{address}。"),
    unknown_parts: |parts| format!("地址裡有認不出的內容：「{}」。", parts.join("」「")),
    no_measure: |label| format!("這張清單裡沒有地址所指的舉措 {label}。"),
    no_task: |label| format!("這張清單裡沒有地址所指的任務 {label}。"),
    no_plan: |plan, fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => format!("這個瀏覽器裡沒有儲存地址所指的工作要點：{plan}。"),
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => {
            format!("這個瀏覽器裡儲存的工作要點「{plan}」讀不出來，打不開。")
        }
        PlanFault::Newer { .. } => format!("工作要點「{plan}」是更新版本的頁面儲存的，請重新載入頁面後再打開。"),
        PlanFault::Blocked => format!("瀏覽器不讓頁面讀取儲存的內容，打不開工作要點「{plan}」。"),
    },
    mended_elsewhere: |title, hidden| {
        let reports = match hidden {
            0 => "填報都在".to_owned(),
            n => format!("有 {n} 條填報沒有對應的舉措或單位，不再顯示，隨要點留存，取消修正就會恢復"),
        };
        format!("《{title}》在另一個視窗裡修正過，這裡已經換成修正後的樣子；{reports}。")
    },
    deleted_elsewhere: |title| format!("《{title}》在另一個視窗裡刪除了，這裡不再打開它。"),
};

static EN: AddressWords = AddressWords {
    unknown: |address| format!("This plan has nothing at the address {address}."),
    unknown_parts: |parts| format!("Not understood in the address: “{}”.", parts.join("”, “")),
    no_measure: |label| format!("This list has no measure {label}, which the address names."),
    no_task: |label| format!("This list has no task {label}, which the address names."),
    no_plan: |plan, fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => {
            format!("This browser keeps no plan “{plan}”, which the address names.")
        }
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => {
            format!("The plan “{plan}” that this browser keeps cannot be read, and so not opened.")
        }
        PlanFault::Newer { .. } => {
            format!(
                "The plan “{plan}” was kept by a newer version of this page. Please load the page again, then open it."
            )
        }
        PlanFault::Blocked => {
            format!("The browser does not let this page read what is kept, so “{plan}” cannot be opened.")
        }
    },
    mended_elsewhere: |title, hidden| {
        let reports = match hidden {
            0 => ", with all that was reported.".to_owned(),
            n => format!(
                ". {} of measures or units that it does not have any more: not shown, kept with the plan, and back if the correction is taken back.",
                super::en::n(n, "report is", "reports are")
            ),
        };
        format!("Another window mended “{title}”. It is shown here as it is now{reports}")
    },
    deleted_elsewhere: |title| format!("Another window deleted “{title}”. It is no longer open here."),
};

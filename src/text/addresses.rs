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
    unknown_parts: |parts| format!("地址里有无法识别的内容：“{}”。", parts.join("”“")),
    no_measure: |label| format!("这张清单里没有地址所指的举措 {label}。"),
    no_task: |label| format!("这张清单里没有地址所指的任务 {label}。"),
    no_plan: |plan, fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => format!("这个浏览器里没有保存地址所指的工作要点：{plan}。"),
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => {
            format!("这个浏览器里保存的工作要点“{plan}”无法读取，不能打开。")
        }
        PlanFault::Newer { .. } => format!("工作要点“{plan}”是更新版本的页面保存的，请重新载入页面后再打开。"),
        PlanFault::Blocked => format!("浏览器不允许页面读取保存的内容，无法打开工作要点“{plan}”。"),
    },
    mended_elsewhere: |title, hidden| {
        let reports = match hidden {
            0 => "填报均已保留".to_owned(),
            n => format!("有 {n} 条填报没有对应的举措或单位，不再显示，随要点留存，取消修正就会恢复"),
        };
        format!("《{title}》已在另一个窗口里修正，这里显示的是修正后的内容；{reports}。")
    },
    deleted_elsewhere: |title| format!("《{title}》已在另一个窗口里删除，这里不再打开。"),
};

static ZH_HANT: AddressWords = AddressWords {
    unknown: |address| format!("這份工作要點裡沒有地址所指的內容：{address}。"),
    unknown_parts: |parts| format!("地址裡有無法識別的內容：「{}」。", parts.join("」「")),
    no_measure: |label| format!("這張清單裡沒有地址所指的舉措 {label}。"),
    no_task: |label| format!("這張清單裡沒有地址所指的任務 {label}。"),
    no_plan: |plan, fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => format!("這個瀏覽器裡沒有保存地址所指的工作要點：{plan}。"),
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => {
            format!("這個瀏覽器裡保存的工作要點「{plan}」無法讀取，不能打開。")
        }
        PlanFault::Newer { .. } => format!("工作要點「{plan}」是更新版本的頁面保存的，請重新載入頁面後再打開。"),
        PlanFault::Blocked => format!("瀏覽器不允許頁面讀取保存的內容，無法打開工作要點「{plan}」。"),
    },
    mended_elsewhere: |title, hidden| {
        let reports = match hidden {
            0 => "填報均已保留".to_owned(),
            n => format!("有 {n} 條填報沒有對應的舉措或單位，不再顯示，隨要點留存，取消修正就會恢復"),
        };
        format!("《{title}》已在另一個視窗裡修正，這裡顯示的是修正後的內容；{reports}。")
    },
    deleted_elsewhere: |title| format!("《{title}》已在另一個視窗裡刪除，這裡不再打開。"),
};

static EN: AddressWords = AddressWords {
    unknown: |address| format!("This plan has nothing at the address {address}."),
    unknown_parts: |parts| format!("Not understood in the address: “{}”.", parts.join("”, “")),
    no_measure: |label| format!("This list has no measure {label}, which the address names."),
    no_task: |label| format!("This list has no task {label}, which the address names."),
    no_plan: |plan, fault| match fault {
        PlanFault::NoId | PlanFault::NotThere => {
            format!("The address names the plan “{plan}”, which is not saved in this browser.")
        }
        PlanFault::Damaged | PlanFault::OtherPlan { .. } => {
            format!("The plan “{plan}” saved in this browser cannot be read, so it cannot be opened.")
        }
        PlanFault::Newer { .. } => {
            format!(
                "The plan “{plan}” was saved by a newer version of this page. Please reload the page, then open it."
            )
        }
        PlanFault::Blocked => {
            format!("The browser does not let this page read saved data, so “{plan}” cannot be opened.")
        }
    },
    mended_elsewhere: |title, hidden| {
        let reports = match hidden {
            0 => "; all reports are kept.".to_owned(),
            n => format!(
                "; {} for measures or units that it no longer has: not shown, kept with the plan, and restored if the correction is undone.",
                super::en::n(n, "report is", "reports are")
            ),
        };
        format!("“{title}” was corrected in another window and is shown here as corrected{reports}")
    },
    deleted_elsewhere: |title| format!("“{title}” was deleted in another window and is no longer open here."),
};

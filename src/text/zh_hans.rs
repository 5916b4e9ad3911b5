//! Simplified Chinese.

use super::{ListSummary, Words};
use crate::domain::fault::NotKept;
use crate::domain::rollup::Total;
use crate::domain::words::joined;

/// How many measures are on a list but not in its total.
fn beside(total: &Total) -> String {
    let not_applicable = (total.not_applicable > 0).then(|| format!("不适用{}条", total.not_applicable));
    let undetermined = (total.undetermined > 0).then(|| format!("原文未指明县区{}条", total.undetermined));
    let beside: Vec<String> = not_applicable.into_iter().chain(undetermined).collect();
    if beside.is_empty() { String::new() } else { format!("（另有{}，不计入）", joined(&beside, "、")) }
}

/// The table.
pub static WORDS: Words = Words {
    language_name: "简体中文",
    seal: "要点",

    nav_list: "清单",
    nav_overview: "总览",
    rounds: "期",
    arrangement: "分工",
    nav_print: "打印",
    nav_read: "原文",
    nav_data: "数据",
    nav_plans: "要点库",
    views: "页面",
    skip: "跳到正文",
    language: "界面语言",
    theme_system: "主题：跟随系统",
    theme_light: "主题：浅色",
    theme_dark: "主题：深色",
    who: "您是哪个单位？",
    own: "本单位：",
    close: "关闭",
    issued_on: |(year, month, day)| format!("{year}年{month}月{day}日印发"),

    whole: ["全国", "全省", "全州", "全市", "全县", "全区", "全旗", "全镇", "全乡"],
    coordinator: |whole| [whole, "统筹"].concat(),
    whose: "责任单位",
    party_hint: "输入单位或县区名称",
    party_figures: |tasks, count, done| format!("{tasks}项任务 · {}条举措 · {done}{}条", count.all, count.done),
    units: "责任单位",
    localities: "县区",
    no_party: "没有这个名称的单位或县区",

    search: "搜索",
    search_hint: "任务、举措、单位（繁简皆可）",
    filters: "筛选",
    section: "部分",
    state: super::fields::HANS.status.full,
    done: "已完成",
    states: ["已销号", "待核", "推进中", "各方填报", "滞后", "未启动", "未填报", "不适用"],
    stages: ["全部", "未报", "推进", "滞后", "完成", "已销号", "有问题"],
    not_done: "未完成",
    not_signed_off: "未销号",
    report: "填报",
    reported: "已填报",
    has_problem: "有问题",
    somebody_behind: "有单位滞后",
    given_back: "被退回",
    lights: ["红灯", "黄灯", "绿灯"],
    unlit: "未亮灯",
    counted: "应办举措",
    has_target: "有量化目标",
    soon: "近期到期",
    overdue: "已逾期",
    clear_filter: "清除筛选",
    filter_query: |query| format!("含“{query}”"),
    filter_unknown: |part| format!("无法识别的条件“{part}”"),
    or: "或",

    shown: |shown| {
        let ListSummary { party, list, done_word, shown, filters } = shown;
        let said = |total: &Total| {
            format!("{}项任务 · {}条举措 · {done_word}{}条", total.tasks, total.count.all, total.count.done)
        };
        if filters.is_empty() {
            return format!("{party}：{}{}", said(list), beside(list));
        }
        let (filters, all) = (joined(filters, "、"), list.count.all);
        format!("{party}，筛选：{filters}。共{all}条，显示{}{}", said(shown), beside(shown))
    },
    lingering: |n| format!("有 {n} 条刚刚改动，暂时留在原处。"),
    settle: "更新列表",
    undo: "撤销",
    redo: "重做",
    link: "链接",
    copy_link: "复制链接",
    print_list: "打印这份清单",
    nothing_matches: "没有符合筛选条件的举措。",
    nothing_here: "这份清单没有举措：原文没有分给它，或分工里定为不涉及。可在上面换一个责任单位，或查看原文。",
    undetermined: "原文未指明县区",
    undetermined_note: "以下任务由“相关县区政府”负责，原文没有写明是哪些县区。是否属于本县区，请向牵头部门核实。",
    done_of: "已完成：",
    link_to_measure: "这条举措的链接",
    link_to_task: "这项任务的链接",
    responsible_units: "责任单位",
    and_others: "等部门",
    role_lead: "牵头",
    role_support: "配合",

    save_file: "导出进度",
    loading: "正在载入……",
    not_loaded: "页面的这一部分没能载入。",
    load_again: "再试一次",

    not_kept: |why| match why {
        NotKept::Blocked => "浏览器不允许保存数据：进度没有保存，关闭页面就会丢失。请导出进度。",
        NotKept::Full => "浏览器的存储空间已满：最近的改动没有保存，关闭页面就会丢失。请导出进度。",
        NotKept::Newer => "这台电脑上有更新版本的要点保存的进度，本页不会改动它；这里的改动没有保存，请导出进度。",
    },
    put_aside: |key| format!("以前保存的进度无法读取，已原样移到“{key}”，未覆盖，可下载备查。"),
    download_aside: "下载",
    kept_again: "保存的进度被其他窗口或程序清除，本页的进度已重新保存。",
    left_alone: |first, measures| {
        let of = if measures > 1 { format!("等 {measures} 条举措") } else { String::new() };
        format!("举措 {first} {of}有栏目后来又改过，这些栏目没有撤销或重做。")
    },
    new_version: "这个页面有新版本，可随时更新，进度不受影响。",
    renew: "更新",
};

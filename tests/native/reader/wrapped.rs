//! Text copied from a PDF: its lines break wherever the page does, in the middle of numbers, names and rules too.

use super::{roles, tiles};
use yaodian::domain::plan::Plan;
use yaodian::reader::read;

/// A plan with a paragraph a line.
const WHOLE: &str = "某县人民政府办公室关于印发某县2021年重点工作任务分工的通知
某县2021年重点工作任务分工
一、提升教育质量
1.改善办学条件。新建改建中小学校5所，新增学位3200个，2021年9月底前全部投入使用，解决城区大班额问题。（责任单位：县教育局、县发展改革委、县自然资源局、县住房城乡建设局，列第一位的为牵头单位，下同）
2.完善职业教育体系。建设实训基地3个，引进合作企业12家，培训技能人才1.5万人次，毕业生就业率达到95%以上，2021年12月20日前完成验收。（责任单位：县人力资源和社会保障局、县教育局、各乡镇（街道）人民政府）
3.加强教师队伍建设，招聘教师150名，培训校长和骨干教师2000人次，每人每年不超过3个月，力争2021年10月底前全部到岗。（责任单位：县教育局、县委编办、各市、自治州人民政府）
4.健全经费保障机制。落实生均公用经费，安排专项资金2.35亿元，资助困难学生1200人次，于2021年6月30日前发放到位。（责任单位：县财政局、县教育局、县民政局）
";

/// The text as a page of this width breaks its lines: letters and digits are 1 wide, other characters 2, and no line begins with a
/// mark.
fn wrapped(text: &str, page: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut filled = 0;
        for c in line.chars() {
            let wide = if c.is_ascii() { 1 } else { 2 };
            if filled + wide > page && !"，。、；：）".contains(c) {
                out.push('\n');
                filled = 0;
            }
            out.push(c);
            filled += wide;
        }
        out.push('\n');
    }
    out
}

/// What is read of a plan, a line for each task, without line breaks.
fn told(plan: &Plan) -> Vec<String> {
    let task = |task: &yaodian::domain::plan::Task| {
        let by = task.deadlines.iter().map(|due| plan.text(*due));
        let sets = task.measures.iter().flat_map(|measure| &measure.targets);
        let sets = sets.map(|target| format!("{:?} {}{}", target.comparator, target.value, target.unit));
        let all = [plan.text(task.title).to_owned(), roles(plan, task).join(" ")];
        let all = all.into_iter().chain(by.map(str::to_owned)).chain(sets);
        all.collect::<Vec<_>>().join("|").replace('\n', "")
    };
    plan.tasks.iter().map(task).collect()
}

#[test]
fn a_plan_is_the_same_on_a_page_of_any_width() {
    let whole = told(&read(WHOLE).plan);
    assert_eq!(whole.len(), 4, "tasks of\n{WHOLE}");
    for page in 40..90 {
        let source = wrapped(WHOLE, page);
        let read = read(&source);
        assert_eq!(told(&read.plan), whole, "{source}");
        assert_eq!(read.plan.text(read.plan.meta.title), "某县2021年重点工作任务分工", "{source}");
        let codes: Vec<&str> = read.diagnostics.iter().map(|remark| remark.kind.code()).collect();
        assert_eq!(codes, ["first-named-leads"], "remarks on\n{source}");
        tiles(&read);
    }
}

/// A line that breaks off in the middle of a number goes on, however short it is; rows and numbered lines do not.
#[test]
fn a_number_goes_on_in_the_next_line() {
    for (lines, deadlines, targets) in [
        ("加快建设城东新区安置房，2021年9\n月底前交付。", "2021年9月底前", ""),
        ("加快建设城东新区安置房，2021\n年底前交付。", "2021年底前", ""),
        ("加快建设城东新区安置房，2021年9月30\n日前交付。", "2021年9月30日前", ""),
        ("提高城乡供水保障能力，普及率达到95\n%以上。", "", "95%以上"),
    ] {
        let source = format!("某县2021年工作要点\n一、建设\n1.{lines}\n2.修建农村公路3条。\n");
        let read = read(&source);
        let plan = &read.plan;
        let task = &plan.tasks[0];
        let by: String = task.deadlines.iter().map(|due| plan.text(*due)).collect();
        let sets: String =
            task.measures.iter().flat_map(|measure| &measure.targets).map(|target| plan.text(target.span)).collect();
        assert_eq!((by.replace('\n', ""), sets.replace('\n', "")), (deadlines.into(), targets.into()), "{source}");
        assert_eq!(plan.tasks.len(), 2, "tasks of\n{source}");
        tiles(&read);
    }
}

/// Lines of a cell that are numbered end where they do.
#[test]
fn numbered_lines_are_whole() {
    let source = "某县分工\n序号\t任务\t举措\t责任单位\n1\t管水\t\"1、修渠3\n2、清淤5处\"\t县水利局\n2\t造林\t造林5亩\t县林草局\n";
    let plan = read(source).plan;
    let sets: Vec<&str> = plan.tasks[0].measures.iter().flat_map(|m| &m.targets).map(|t| plan.text(t.span)).collect();
    assert_eq!(sets, ["5处"], "{source}");
}

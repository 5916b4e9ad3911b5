"""Opens a form with openpyxl, looks at what an office expects of it, fills it in and saves it.

usage: sheets.py FORM FILLED
"""

import datetime
import sys

import openpyxl

form, filled = sys.argv[1:]
book = openpyxl.load_workbook(form)
visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
assert len(visible) == 1 and len(book.worksheets) == 2, book.sheetnames
sheet = visible[0]
assert sheet.freeze_panes == "A5", sheet.freeze_panes
assert sheet.print_title_rows in ("4:4", "$4:$4"), sheet.print_title_rows
assert sheet.page_setup.orientation == "landscape" and int(sheet.page_setup.paperSize) == 9
assert sheet.sheet_properties.pageSetUpPr.fitToPage and int(sheet.page_setup.fitToHeight) == 0
assert sheet.protection.sheet, "the sheet is not protected"
assert len(sheet.data_validations.dataValidation) == 2
assert "yaodian_plan" in book.defined_names
heads = {cell.value: cell.column for cell in sheet[4]}
row = sheet[5]
for cell in row:
    assert cell.data_type != "f", (cell.coordinate, cell.value)
assert row[heads["工作舉措"] - 1].protection.locked
status, progress, date = (sheet.cell(5, heads[name]) for name in ("狀態", "進展情況", "填報日期"))
for cell in (status, progress, date):
    assert not cell.protection.locked, cell.coordinate
assert date.number_format == "yyyy-mm-dd", date.number_format
assert "填報期：第三季度（7月1日至9月30日）" in sheet["B2"].value, sheet["B2"].value
same = sheet.cell(6, heads["與上期相同"])
assert not same.protection.locked, same.coordinate
same.value = "√"
status.value = "完成 "
progress.value = "已開學"
date.value = datetime.date(2021, 9, 30)
sheet.insert_rows(7)
book.save(filled)

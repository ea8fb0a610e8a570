// React Aria's own words in Vietnamese, by its packages; most are heard rather than seen.
type Said = string | ((values: Record<string, string>) => string);

export const aria: Record<string, Record<string, Said>> = {
  autocomplete: {collectionLabel: 'Gợi ý'},
  calendar: {
    previous: 'Tháng trước',
    next: 'Tháng sau',
    selectedDateDescription: ({date}) => `Ngày đã chọn: ${date}`,
    selectedRangeDescription: ({dateRange}) => `Khoảng đã chọn: ${dateRange}`,
    todayDate: ({date}) => `Hôm nay, ${date}`,
    todayDateSelected: ({date}) => `Hôm nay, ${date}, đang chọn`,
    dateSelected: ({date}) => `${date}, đang chọn`,
    minimumDate: 'Ngày đầu tiên có thể chọn',
    maximumDate: 'Ngày cuối cùng có thể chọn',
  },
  datepicker: {
    era: 'kỷ nguyên', year: 'năm', month: 'tháng', day: 'ngày', hour: 'giờ', minute: 'phút',
    second: 'giây', dayPeriod: 'sáng hoặc chiều', calendar: 'Mở lịch', weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: ({date}) => `Ngày đã chọn: ${date}`,
    selectedTimeDescription: ({time}) => `Giờ đã chọn: ${time}`,
  },
  grid: {
    select: 'Chọn',
    selectedAll: 'Đã chọn tất cả.',
    selectedItem: ({item}) => `Đã chọn ${item}.`,
    deselectedItem: ({item}) => `Đã bỏ chọn ${item}.`,
  },
  menu: {longPressMessage: 'Nhấn giữ, hoặc Alt và mũi tên xuống, để mở'},
  numberfield: {
    decrease: ({fieldLabel}) => `Bớt ${fieldLabel}`,
    increase: ({fieldLabel}) => `Thêm ${fieldLabel}`,
    numberField: 'Ô số',
  },
  overlays: {dismiss: 'Đóng'},
  searchfield: {'Clear search': 'Xóa ô tìm'},
  spinbutton: {Empty: 'Trống'},
  tag: {removeDescription: 'Nhấn Delete để bỏ.', removeButtonLabel: 'Bỏ'},
  toast: {close: 'Đóng'},
};

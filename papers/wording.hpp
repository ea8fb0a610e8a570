#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <papers/documents.hpp>

#include <domain/paper_kind.hpp>

/// Words and forms that several papers share.
namespace langnghe::papers {

/// `14 tháng 01 năm 2021`; months 1 and 2 and days below 10 with a zero (Decree 30, Annex I).
[[nodiscard]] std::string in_words(const domain::Date& date);
/// `14/01/2021`, as tables have it; empty where there is none.
[[nodiscard]] std::string in_figures(const std::optional<domain::Date>& date);
/// `19 giờ 30 phút`.
[[nodiscard]] std::string in_words(std::chrono::minutes clock_time);
/// `1.234`.
[[nodiscard]] std::string grouped(std::int64_t number);
/// `07`: numbers of documents and of short lists.
[[nodiscard]] std::string two_digits(std::int64_t number);
[[nodiscard]] std::string joined(const std::vector<std::string>& items,
                                 std::string_view between = ", ");
/// The text without blanks and full stops at its end: the template ends the sentence.
[[nodiscard]] std::string open_ended(std::string_view text);

[[nodiscard]] std::string_view name_of(std::optional<domain::IssueType> type);
/// `Ủy ban nhân dân phường Tân Quy Đông`, of the issuer in capitals and the place.
[[nodiscard]] std::string issuer_in_sentence(std::string_view issuer, std::string_view place);
/// `quý I năm 2021`, `6 tháng đầu năm 2021`.
[[nodiscard]] std::string in_words(const domain::Period& period);
/// `ông/bà Trần Thị Lài, địa chỉ: …`, or what stands in the person's place.
[[nodiscard]] std::string described(const Person& person);
/// The same at the start of a sentence.
[[nodiscard]] std::string described_first(const Person& person);
/// `buổi đối thoại ngày 14 tháng 01 năm 2021 tại Khóm Tân Mỹ`.
[[nodiscard]] std::string where_raised(const Matter& matter);

void put_matter(Content& content, const Matter& matter);
/// A document of that kind with its head and foot and nothing else yet: who issues it, number,
/// place and day, subject, bases, recipients, signature.
[[nodiscard]] Content headed(domain::PaperKind kind, const Head& head);
/// The same about one matter.
[[nodiscard]] Content headed(domain::PaperKind kind, const Head& head, const Matter& matter);
/// An entry of a list that has texts alone.
[[nodiscard]] Content entry(std::map<std::string, std::string, std::less<>> texts);
/// `văn phòng Khóm Tân Mỹ`, or that it is a household where its address was not opened.
[[nodiscard]] std::string place_of(const Meeting& meeting);
[[nodiscard]] std::string none_if_empty(std::string_view text, std::string_view none);
void put_taken_away(Content& content, std::string_view list, const std::vector<TakenAway>& issues);

}  // namespace langnghe::papers

#include <string>

#include <gtest/gtest.h>
#include <papers/filling.hpp>

#include "small_template.hpp"

namespace langnghe::papers::spec {
namespace {

Content text(std::string name, std::string words) {
  return {{{std::move(name), std::move(words)}}, {}, {}};
}

std::string filled(std::string_view body, const Content& content) {
  const auto paper = fill(docx(body), content);
  EXPECT_TRUE(paper.has_value()) << paper.error().where;
  return paper ? body_of(*paper) : "";
}

void expect_fault(const std::string& file, const Content& content, TemplateFaultCode code,
                  std::string_view where) {
  const auto paper = fill(file, content);
  ASSERT_FALSE(paper.has_value());
  EXPECT_EQ(paper.error().code, code) << paper.error().where;
  EXPECT_EQ(paper.error().where, where);
}

TEST(Filling, ATextTakesTheLookOfItsRunAndLeavesNoControl) {
  const auto body = filled(paragraph(run_control("a")), text("a", "Đèn & <ổ gà>"));
  EXPECT_NE(body.find("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">"
                      "Đèn &amp; &lt;ổ gà&gt;</w:t></w:r></w:p>"),
            std::string::npos)
      << body;
  EXPECT_EQ(body.find("w:sdt"), std::string::npos);
}

TEST(Filling, LinesWithinARunAreBreaksAndLinesOfAParagraphAreParagraphs) {
  EXPECT_NE(filled(paragraph(run_control("a")), text("a", "1\n2\t3")).find("1</w:t><w:br/>"),
            std::string::npos);
  const auto body = filled(line_control("a"), text("a", "1\n2"));
  EXPECT_NE(body.find("1</w:t></w:r></w:p><w:p><w:pPr><w:jc/></w:pPr><w:r><w:t"), std::string::npos)
      << body;
}

TEST(Filling, AListRepeatsItsBlocksAndSeesWhatSurroundsIt) {
  Content content = text("ward", "P");
  content.lists["rows"] = {text("a", "1"), text("a", "2")};
  const auto body =
      filled(block_control("rows", paragraph(run_control("a") + run_control("ward"))), content);
  const auto one = body.find(">1<");
  const auto two = body.find(">2<");
  EXPECT_LT(one, two);
  EXPECT_NE(two, std::string::npos);
  EXPECT_NE(body.find(">P<", two), std::string::npos);
}

TEST(Filling, AnEntryMayGiveTheNameOfItsListAnotherMeaning) {
  Content content;
  content.lists["a"] = {text("a", "1")};
  const auto body = filled(block_control("a", paragraph(run_control("a"))), content);
  EXPECT_NE(body.find(">1<"), std::string::npos) << body;
  EXPECT_EQ(body.find("[x]"), std::string::npos) << body;
}

TEST(Filling, AnOptionalControlStaysOnlyWhereThereIsSomething) {
  const auto body = block_control("a?", paragraph(run_control("a")));
  EXPECT_NE(filled(body, text("a", "x")).find("<w:p>"), std::string::npos);
  EXPECT_EQ(filled(body, text("a", "")).find("<w:p>"), std::string::npos);
}

TEST(Filling, ACellKeepsAParagraph) {
  const auto body =
      filled("<w:tbl><w:tr><w:tc>" + line_control("a") + "</w:tc></w:tr></w:tbl>", text("a", ""));
  EXPECT_NE(body.find("<w:tc><w:p/></w:tc>"), std::string::npos) << body;
}

TEST(Filling, WhatXmlCannotHoldLeavesATrace) {
  const auto body = filled(paragraph(run_control("a")), text("a", std::string("a\x01\xFF") + "b"));
  EXPECT_NE(body.find("a\xEF\xBF\xBD\xEF\xBF\xBD"
                      "b"),
            std::string::npos)
      << body;
}

TEST(Filling, AnUnknownTagIsNamed) {
  expect_fault(docx(paragraph(run_control("b"))), text("a", ""), TemplateFaultCode::unknown_tag,
               "b");
  expect_fault(docx(block_control("b?", "")), text("a", ""), TemplateFaultCode::unknown_tag, "b?");
}

TEST(Filling, WhatIsNoPaperIsRefused) {
  using enum TemplateFaultCode;
  expect_fault("nothing", {}, not_a_package, "");
  expect_fault(docx("", {{"word/document.xml", "<w:document>"}}), {}, malformed,
               "word/document.xml");
  expect_fault(docx("", {{"word/document.xml", "<!DOCTYPE a><a/>"}}), {}, malformed,
               "word/document.xml");
  expect_fault(docx("", {{"word/vbaProject.bin", "x"}}), {}, macro, "word/vbaProject.bin");
  expect_fault(docx("", {{"[Content_Types].xml", "<a b='x.macroEnabled.main+xml'/>"}}), {}, macro,
               "[Content_Types].xml");
  expect_fault(docx("", {{"word/_rels/document.xml.rels", "<a TargetMode='External'/>"}}), {},
               external_link, "word/_rels/document.xml.rels");
  expect_fault(docx("", {{"word/big.xml", std::string(std::size_t{9} << 20U, ' ')}}), {}, too_large,
               "word/big.xml");
}

// A search in the bytes would miss these; a program that reads XML finds them.
TEST(Filling, WhatIsNoPaperIsRefusedHoweverItIsWritten) {
  using enum TemplateFaultCode;
  expect_fault(docx("", {{"Word/VBAPROJECT.bin", "x"}}), {}, macro, "Word/VBAPROJECT.bin");
  expect_fault(docx("", {{"[Content_Types].xml", "<a b='x.macro&#69;nabled.main+xml'/>"}}), {},
               macro, "[Content_Types].xml");
  expect_fault(docx("", {{"word/_rels/a.rels", "<a Type='x/vba&#80;roject' Target='b.xml'/>"}}), {},
               macro, "word/_rels/a.rels");
  expect_fault(docx("", {{"word/_rels/a.rels", "<a TargetMode='&#69;xternal'/>"}}), {},
               external_link, "word/_rels/a.rels");
  expect_fault(docx("", {{"word/_rels/a.RELS", "<a Target='file&#58;//x'/>"}}), {}, external_link,
               "word/_rels/a.RELS");
  const std::string utf16("<\0!\0D\0O\0C\0T\0Y\0P\0E\0", 18);
  expect_fault(docx("", {{"word/b.XML", utf16}}), {}, malformed, "word/b.XML");
  expect_fault(docx("", {{"WORD/document.xml", "<a/>"}}), {}, not_a_package, "");
}

TEST(Filling, LinksWithinThePackageAreNone) {
  const Parts links{{"word/_rels/document.xml.rels",
                     "<a Target='header1.xml'/><a TargetMode='Internal' Target='/word/b.xml'/>"}};
  EXPECT_TRUE(fill(docx("", links), {}).has_value());
}

Content rows_of(std::string name, std::size_t count, const Content& row) {
  Content content;
  content.lists[std::move(name)] = std::vector<Content>(count, row);
  return content;
}

TEST(Filling, AListDoesNotHoldItself) {
  const auto twice = block_control("rows", block_control("rows", paragraph("")));
  expect_fault(docx(twice), rows_of("rows", 2, text("a", "1")), TemplateFaultCode::malformed,
               "rows");
}

// Each list is short enough; one within the other is not.
TEST(Filling, ListsWithinListsEndSomewhere) {
  auto content = rows_of("outer", 2'000, {});
  content.lists.merge(rows_of("inner", 2'000, {}).lists);
  expect_fault(docx(block_control("outer", block_control("inner", paragraph("")))), content,
               TemplateFaultCode::too_large, "inner");
}

TEST(Filling, ALongListIsNoFault) {
  const auto body = filled(block_control("rows", paragraph(run_control("a"))),
                           rows_of("rows", 5'000, text("a", std::string(400, 'm'))));
  EXPECT_GT(body.size(), 2'000'000u);
}

TEST(Filling, ControlsWithinControlsEndSomewhere) {
  std::string body;
  for (int depth = 0; depth < 300; ++depth) {
    body = "<w:p>" + body + "</w:p>";
  }
  EXPECT_FALSE(fill(docx(body), {}).has_value());
}

TEST(Checking, AskForWhatTheShippedTemplateAlwaysHas) {
  const auto shipped = docx(paragraph(run_control("a")) + block_control("b?", line_control("b")));
  const Content sample{{{"a", "1"}, {"b", "2"}}, {}, {}};
  EXPECT_TRUE(check_template(shipped, sample, shipped).has_value());
  EXPECT_TRUE(check_template(docx(paragraph(run_control("a"))), sample, shipped).has_value());
  const auto lacking = check_template(docx(line_control("b")), sample, shipped);
  ASSERT_FALSE(lacking.has_value());
  EXPECT_EQ(lacking.error().code, TemplateFaultCode::missing_tag);
  EXPECT_EQ(lacking.error().where, "a");
}

TEST(Checking, RefusesWhatFetchesSomethingWhenItIsOpened) {
  const Content sample{{{"a", "1"}}, {}, {}};
  const auto shipped = docx(paragraph(run_control("a")));
  const auto with = [&](std::string_view more) {
    const auto checked =
        check_template(docx(paragraph(run_control("a")) + std::string(more)), sample, shipped);
    return checked ? std::string() : checked.error().where;
  };
  EXPECT_EQ(with(paragraph("<w:r><w:instrText> PAGE </w:instrText></w:r>")), "");
  EXPECT_EQ(with(paragraph("<w:r><w:instrText>INCLUDE</w:instrText></w:r>"
                           "<w:r><w:instrText>picture \"http://x/\"</w:instrText></w:r>")),
            "INCLUDEPICTURE");
  EXPECT_EQ(with(paragraph("<w:fldSimple w:instr='DDEAUTO cmd'/>")), "DDE");
  EXPECT_EQ(with("<w:altChunk/>"), "altChunk");
  EXPECT_EQ(with("<v:altChunk xmlns:v='any'/>"), "altChunk");
  EXPECT_EQ(with(paragraph("<v:fldSimple v:instr='LINK Excel.Sheet'/>")), "LINK");
}

TEST(Checking, LooksAtPartsOfAnyFolder) {
  const Content sample{{{"a", "1"}}, {}, {}};
  const auto body = paragraph(run_control("a"));
  const auto checked = check_template(
      docx(body, {{"other/part", "<w:fldSimple w:instr='DDEAUTO cmd'/>"}}), sample, docx(body));
  ASSERT_FALSE(checked.has_value());
  EXPECT_EQ(checked.error().where, "DDE");
}

}  // namespace
}  // namespace langnghe::papers::spec

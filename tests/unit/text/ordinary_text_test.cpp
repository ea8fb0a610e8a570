// Text that people write every day must pass as it is: names and sentences of several languages,
// and all texts of the demonstration.
#include <fstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <text/typed_text.hpp>

namespace langnghe::text::test {
namespace {

void expect_kept(const std::string& text) {
  const auto kept = typed(text, Lines::many, 100'000);
  ASSERT_TRUE(kept) << text << ": " << wire_name(kept.error().what) << ' '
                    << notation(kept.error().character);
  EXPECT_EQ(*kept, text);
}

TEST(OrdinaryText, NamesAndSentencesOfNeighboursPass) {
  for (const auto* text :
       {"Nguyễn Thị Hồng Ðào",
        "Trần Văn Ơn",
        "Đỗ Quý",
        "Lê Hoà",
        "quí vị",
        "xoá sổ hộ nghèo",
        "Ê Đê, Ba Na, Gia Rai; Đắk Lắk, Krông Pắc, Buôn Ma Thuột, Plây Cu",
        "Bà Rịa – Vũng Tàu",
        "Công ty TNHH MTV “Ánh Dương”",
        "5 m² đất, 30°C, ±2 %, ½ sào, 10 µm, 3×4 m, § 5, © 2021",
        "Thạch Sà Rây",
        "Sơn Ngọc Thành",
        "សុខ សារ៉ាត់",
        "ភូមិ ថ្មី",
        "陳文雄",
        "黃氏蓮 (Hoàng Thị Liên)",
        "Lǚ Bù, Zhāng Fēi, Chén Lì",
        "René Descartes, François, Hélène, Zoé, Loïc, Gaël, Noël, Aïcha",
        "Où étiez-vous en août ? Le coût du goût, c'est très cher : l'œuvre où l'on a dû être sûr.",
        "« Bonjour », dit-il. C'est la fête de la Saint-Étienne à l'Île-aux-Noix, là où naît "
        "Anaïs.",
        "Seán Ó Briain, Siobhán, Róisín",
        "cuisine thaïe, maïs, naïf, Haïti, Taïwan, Caïn",
        "José Muñoz, Peñón, niño, año, corazón, ¿qué?",
        "São João, irmã, pão, não, você, três, avô, coração, região",
        "Müller, Jörg, Straße, für, schön, Bär, König, Größe, Öl",
        "på, så, må, två, Malmö, København",
        "Łódź, Kraków, Dvořák, Škoda, Erdoğan, Ørsted, Björk, Þór",
        "Иванов Пётр",
        "김철수",
        "山田太郎",
        "Microsoft®, Coca-Cola™, £5, ¥100, 5¢, 1ª, 2º, col·lecció",
        "\"trích\" 'dẫn' … – —",
        "👍 cảm ơn ❤️",
        "UBND, HĐND, MTTQ, TT. Cái Tàu Hạ",
        "Điều 5 khoản 2, điểm a; số 690/KH-UBND"}) {
    expect_kept(text);
  }
}

void expect_all_kept(const nlohmann::json& value) {
  if (value.is_string()) {
    expect_kept(value.get<std::string>());
  }
  if (value.is_structured()) {
    for (const auto& item : value) {
      expect_all_kept(item);
    }
  }
}

TEST(OrdinaryText, EveryTextOfTheDemonstrationPasses) {
  for (const auto* file : {"tools/demo/tan-quy-dong-2021.jsonl", "tools/demo/sa-dec-2025.jsonl"}) {
    std::ifstream lines(std::string(LANGNGHE_SOURCE "/") + file);
    ASSERT_TRUE(lines) << file;
    for (std::string line; std::getline(lines, line);) {
      expect_all_kept(nlohmann::json::parse(line));
    }
  }
}

TEST(OrdinaryText, EveryNameAndSubjectPassesAlone) {
  for (const auto* file : {"given-names.txt", "subjects/drainage.txt",
                           "subjects/land_agriculture.txt", "subjects/lighting_security.txt",
                           "subjects/people.txt", "subjects/roads.txt", "subjects/waste.txt"}) {
    std::ifstream lines(std::string(LANGNGHE_SOURCE "/tools/demo/") + file);
    ASSERT_TRUE(lines) << file;
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) {
        expect_kept(line);
      }
    }
  }
}

}  // namespace
}  // namespace langnghe::text::test

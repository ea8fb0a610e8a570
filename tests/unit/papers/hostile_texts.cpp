#include "hostile_texts.hpp"

namespace langnghe::papers::spec {

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts{"",
                                 " ",
                                 "<w:p/>&amp;]]>\"'",
                                 "=SUM(A1)",
                                 "a\x00z",
                                 "\xF0\x9F\x9A\xA7 👷🏽‍♀️",
                                 "שלום עולם مرحبا",
                                 "e\xCC\x82\xCC\x81 NFD",
                                 "\xC3\x28 \xED\xA0\x80",
                                 "1\n\n2\r\n3\r4\t5",
                                 "[[tag]] {{tag}} ${tag}",
                                 std::string(4'000, 'm'),
                                 "\xEF\xBF\xBE\xEF\xBF\xBF"};
  for (char control = 1; control < 0x20; ++control) {
    texts.push_back(std::string("x") + control + "y");
  }
  std::string long_words;
  for (int n = 0; n < 400; ++n) {
    long_words += "ngập nước ";
  }
  texts.push_back(long_words);
  return texts;
}

void replace_texts(Content& content, const std::string& words) {
  for (auto& [name, text] : content.texts) {
    text = words;
  }
  for (auto& [name, list] : content.lists) {
    for (auto& entry : list) {
      replace_texts(entry, words);
    }
  }
}

}  // namespace langnghe::papers::spec

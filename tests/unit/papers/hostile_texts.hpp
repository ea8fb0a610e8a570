#pragma once

#include <string>
#include <vector>

#include <papers/content.hpp>

namespace langnghe::papers::spec {

/// Long, hostile and empty texts.
[[nodiscard]] std::vector<std::string> hostile_texts();

/// Every text of a content, those of its lists too, becomes this one.
void replace_texts(Content& content, const std::string& words);

}  // namespace langnghe::papers::spec

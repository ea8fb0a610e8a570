#include "property/any_story.hpp"

#include <algorithm>
#include <utility>

namespace langnghe::domain::spec {
namespace {

Step step_of(std::uint64_t bits) {
  const auto byte = [&](int place) { return static_cast<std::uint8_t>(bits >> (8 * place)); };
  return {byte(0), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6)};
}

/// The same step with one of its numbers smaller.
rc::Seq<Step> simpler(const Step& step) {
  constexpr std::uint8_t Step::* kNumbers[] = {&Step::kind, &Step::target, &Step::act,  &Step::role,
                                               &Step::user, &Step::days,   &Step::value};
  std::vector<Step> steps;
  for (const auto number : kNumbers) {
    for (int less = 0; less < step.*number; less = less == 0 ? step.*number / 2 + 1 : 256) {
      Step other = step;
      other.*number = static_cast<std::uint8_t>(less);
      if (other != step) {
        steps.push_back(other);
      }
    }
  }
  return rc::seq::fromContainer(std::move(steps));
}

rc::Seq<std::vector<Step>> shorter(const std::vector<Step>& steps) {
  return rc::seq::concat(rc::shrink::removeChunks(steps), rc::shrink::eachElement(steps, simpler));
}

}  // namespace

// Made in one go instead of number by number: RapidCheck's own containers cost more than the story.
rc::Gen<std::vector<Step>> any_steps(int longest) {
  return rc::Gen<std::vector<Step>>([longest](const rc::Random& random, int size) {
    rc::Random source = random;
    const auto most = static_cast<std::uint64_t>(std::max(1, longest * std::min(size, 100) / 100));
    std::vector<Step> steps(source.split().next() % (most + 1));
    for (auto& step : steps) {
      step = step_of(source.split().next());
    }
    return rc::shrinkable::shrinkRecur(steps, shorter);
  });
}

}  // namespace langnghe::domain::spec

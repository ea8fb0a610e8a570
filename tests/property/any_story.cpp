#include "property/any_story.hpp"

namespace langnghe::domain::spec {

rc::Gen<std::vector<Step>> any_steps() {
  const auto number = rc::gen::resize(100, rc::gen::arbitrary<std::uint8_t>());
  const auto step =
      rc::gen::build<Step>(rc::gen::set(&Step::kind, number), rc::gen::set(&Step::target, number),
                           rc::gen::set(&Step::act, number), rc::gen::set(&Step::role, number),
                           rc::gen::set(&Step::user, number), rc::gen::set(&Step::days, number),
                           rc::gen::set(&Step::value, number));
  return rc::gen::scale(2.0, rc::gen::container<std::vector<Step>>(step));
}

}  // namespace langnghe::domain::spec

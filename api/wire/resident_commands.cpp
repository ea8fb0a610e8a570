#include <array>

#include "wire/read_body.hpp"

namespace langnghe::codec {

template <>
struct Fields<domain::WithholdIdentity> {
  using T = domain::WithholdIdentity;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::RevealIdentity> {
  using T = domain::RevealIdentity;
  static constexpr auto list = std::tuple{field("reason", &T::reason)};
};
template <>
struct Fields<domain::DestroyKey> {
  using T = domain::DestroyKey;
  static constexpr auto list =
      std::tuple{field("ground", &T::ground), field("reason", &T::reason),
                 field("decision", &T::decision), field("decided_on", &T::decided_on)};
};
template <>
struct Fields<api::wire::ContactBody> {
  using T = api::wire::ContactBody;
  static constexpr auto list =
      std::tuple{field("name", &T::name), field("phone", &T::phone), field("address", &T::address),
                 field("reason", &T::reason)};
};

}  // namespace langnghe::codec

namespace langnghe::api::wire {
namespace {

using domain::ResidentId;

constexpr std::array kActs{reader_of<domain::WithholdIdentity, ResidentId>(),
                           reader_of<domain::RevealIdentity, ResidentId>(),
                           reader_of<domain::DestroyKey, ResidentId>()};

}  // namespace

Read<domain::Command> read_resident_act(std::string_view act, const ResidentId& resident,
                                        std::string_view body) {
  return read_with<ResidentId>(kActs, act, resident, body);
}

Read<ContactBody> read_contact(std::string_view body) {
  return read_body<ContactBody>(body);
}

void describe_resident_bodies(Bodies& bodies) {
  describe_acts<ResidentId>(kActs, domain::Subject::resident, bodies);
  describe_act<ContactBody>(domain::Subject::resident, domain::ChangeContact::kAct, bodies);
}

}  // namespace langnghe::api::wire

// People by name or phone, in a file in which neither stands.
#include <chrono>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <search/people_search.hpp>

#include "indexed_ward.hpp"
#include "people_index.hpp"

namespace langnghe::test {
namespace {

using namespace domain;

class PeopleByWords : public testing::Test {
 protected:
  SealedText sealed(const std::string& resident, std::string_view field, std::string_view plain) {
    const auto subject = eventstore::key_subject(ward.ledger.id(), resident);
    EXPECT_TRUE(vault->create_key(subject));
    return {
        {resident},
        vault
            ->seal(subject, {ward.ledger.id(), {"resident-" + resident}, std::string(field)}, plain)
            .value()};
  }
  void act(const std::string& resident, ResidentEvent event) {
    std::visit(
        [&](auto& each) {
          ward.ledger.act("2021-02-01", {{stream_of(ResidentId{resident}), std::move(each)}});
        },
        event);
  }
  void register_person(const std::string& resident, std::string_view name, std::string_view phone) {
    act(resident, ResidentRegistered{{"tan-my"},
                                     false,
                                     sealed(resident, kSealedName, name),
                                     sealed(resident, kSealedPhone, phone),
                                     std::nullopt});
  }
  Names find(std::string_view words) { return find_in(people, words); }
  Names find_in(search::PeopleSearch& among, std::string_view words) {
    const auto size = ward.ledger.size();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    if (!among.wait_for(ward.ledger.id(), size, deadline)) {
      throw std::runtime_error("the index does not follow");
    }
    const auto found = among.find(ward.ledger.id(), size, words);
    Names names;
    for (const auto& each : found.value()) {
      names.push_back(each.value);
    }
    return names;
  }

  IndexedWard ward;
  std::unique_ptr<eventstore::Vault> vault = eventstore::make_memory_vault();
  eventstore::Supervisor supervisor{ward.ledger.store()};
  search::PeopleSearch people{ward.ledger.store(), *vault, ward.folder.path()};
};

TEST_F(PeopleByWords, AreFoundByNameInEverySpellingAndByPhone) {
  people.follow(supervisor);
  register_person("r-1", "Trần Thị Lài", "0901 234 567");
  register_person("r-2", "Nguyễn Văn Quý", "+84 912.000.567");
  for (const auto* words : {"lài", "LAI", "La\u0300i", "trần lài", "Lài Trần Thị"}) {
    EXPECT_EQ(find(words), Names{"r-1"}) << words;
  }
  EXPECT_EQ(find("Quí"), Names{"r-2"});
  for (const auto* phone :
       {"0901234567", "0901 234 567", "+84901234567", "0084 901 234 567", "4567", "lai 4567"}) {
    EXPECT_EQ(find(phone), Names{"r-1"}) << phone;
  }
  EXPECT_EQ(find("0567"), Names{"r-2"});
  EXPECT_EQ(find("lai quy"), Names{});
  EXPECT_EQ(find("quy 4567"), Names{});
  EXPECT_EQ(find("la"), Names{}) << "whole words";
}

TEST_F(PeopleByWords, KnowsWhatIsNoQuery) {
  for (const auto* text : {"", " ", "—", "12", "123", "09012"}) {
    EXPECT_FALSE(search::PeopleSearch::is_query(text)) << text;
  }
  for (const auto* text : {"Lài", "4567", "0901234567"}) {
    EXPECT_TRUE(search::PeopleSearch::is_query(text)) << text;
  }
}

TEST_F(PeopleByWords, NeitherNameNorNumberStandsInTheFile) {
  people.follow(supervisor);
  register_person("r-1", "Kanarienvogel Nachtigall", "0901234567");
  EXPECT_EQ(find("kanarienvogel"), Names{"r-1"});
  const auto bytes = ward.index_bytes();
  EXPECT_NE(bytes.find("r-1"), std::string::npos) << "the row is there";
  for (const auto* canary :
       {"anarienvogel", "achtigall", "nachtigall", "0901234567", "4567", "234567"}) {
    EXPECT_EQ(bytes.find(canary), std::string::npos) << canary;
  }
}

TEST_F(PeopleByWords, WhatIsCorrectedReplacesWhatWasKnown) {
  people.follow(supervisor);
  register_person("r-1", "Trần Thị Lài", "0901234567");
  EXPECT_EQ(find("lai"), Names{"r-1"});
  act("r-1", ContactChanged{sealed("r-1", kSealedName, "Trần Thị Hoa"), std::nullopt, std::nullopt,
                            "ghi nhầm"});
  EXPECT_EQ(find("lai"), Names{});
  EXPECT_EQ(find("hoa"), Names{"r-1"});
  EXPECT_EQ(find("4567"), Names{"r-1"});
}

TEST_F(PeopleByWords, AWithheldPersonIsFoundAgainOnceRevealed) {
  people.follow(supervisor);
  register_person("r-1", "Trần Thị Lài", "0901234567");
  act("r-1", IdentityWithheld{"yêu cầu"});
  EXPECT_EQ(find("lai"), Names{});
  act("r-1", IdentityRevealed{"đồng ý"});
  EXPECT_EQ(find("lai"), Names{"r-1"});
}

TEST_F(PeopleByWords, NoMarkOfAnErasedPersonIsLeftInTheFile) {
  people.follow(supervisor);
  register_person("r-1", "Trần Thị Lài", "0901234567");
  register_person("r-2", "Nguyễn Văn Quý", "0912000567");
  EXPECT_EQ(find("lai"), Names{"r-1"});
  const auto mark = vault->blind_key(ward.ledger.id()).mark("name", "lai");
  EXPECT_NE(ward.index_bytes().find(mark), std::string::npos);
  act("r-1", KeyDestroyed{ErasureGround::lawful_request, "theo đơn", "31/QĐ", day("2021-03-01")});
  EXPECT_EQ(find("lai"), Names{});
  EXPECT_EQ(ward.index_bytes().find(mark), std::string::npos);
  EXPECT_EQ(find("quy"), Names{"r-2"});
}

TEST_F(PeopleByWords, ADestroyedKeyLeavesNothingToFindWhenTheIndexIsMadeAnew) {
  register_person("r-1", "Trần Thị Lài", "0901234567");
  ASSERT_TRUE(vault->destroy_key(eventstore::key_subject(ward.ledger.id(), "r-1")));
  people.follow(supervisor);
  EXPECT_EQ(find("lai"), Names{});
}

TEST_F(PeopleByWords, AnotherMasterKeyOrAnotherLedgerMakesTheIndexAnew) {
  people.follow(supervisor);
  register_person("r-1", "Trần Thị Lài", "0901234567");
  EXPECT_EQ(find("lai"), Names{"r-1"});
  const auto other = eventstore::make_memory_vault();
  EXPECT_NE(other->blind_key(ward.ledger.id()).mark("name", "lai"),
            vault->blind_key(ward.ledger.id()).mark("name", "lai"));
  EXPECT_NE(vault->blind_key({"sa-dec"}).mark("name", "lai"),
            vault->blind_key(ward.ledger.id()).mark("name", "lai"));
  EXPECT_NE(vault->blind_key(ward.ledger.id()).mark("phone", "lai"),
            vault->blind_key(ward.ledger.id()).mark("name", "lai"));
  search::PeopleIndex index(ward.ledger.store(), *other, ward.ledger.id(),
                            ward.folder.path() / "other.sqlite");
  ASSERT_TRUE(index.begin({}));
  EXPECT_EQ(index.checkpoint().value, 0u);
}

TEST_F(PeopleByWords, ADamagedFileIsMadeAnew) {
  register_person("r-1", "Trần Thị Lài", "0901234567");
  const auto file = ward.folder.path() / (ward.ledger.id().value + ".people.sqlite");
  std::ofstream(file, std::ios::binary) << std::string(9'000, 'x');
  people.follow(supervisor);
  EXPECT_EQ(find("lai"), Names{"r-1"});
}

}  // namespace
}  // namespace langnghe::test

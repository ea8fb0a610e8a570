#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

#include <gtest/gtest.h>
#include <papers/pdf.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace langnghe::papers::spec {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// A program in the place of LibreOffice: a script that knows its last word as `$last`.
class Pdf : public testing::Test {
 protected:
  Pdf() { fs::create_directories(folder_); }
  ~Pdf() override { fs::remove_all(root_); }

  [[nodiscard]] fs::path program(std::string_view does) const {
    const auto path = root_ / "office";
    std::ofstream(path) << "#!/bin/sh\nfor last; do :; done\n" << does << '\n';
    fs::permissions(path, fs::perms::owner_all);
    return path;
  }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path root_ = fs::path(testing::TempDir()) / ("pdf-" + std::to_string(::getpid()));
  fs::path folder_ = root_ / "passing";
};

constexpr std::string_view kCopies =
    "(printf %%PDF-; cat \"$last\") > \"$(dirname \"$last\")/paper.pdf\"";

TEST_F(Pdf, IsWhatTheProgramMakesAndNothingIsLeft) {
  PdfMaker maker({program(kCopies), folder(), 10s});
  const auto pdf = maker.convert("words");
  ASSERT_TRUE(pdf.has_value());
  EXPECT_EQ(*pdf, "%PDF-words");
  EXPECT_TRUE(fs::is_empty(folder()));
}

TEST_F(Pdf, WithoutTheProgramIsSaidToBeMissing) {
  PdfMaker maker({{}, folder(), 10s});
  EXPECT_FALSE(maker.installed());
  EXPECT_EQ(maker.convert("x").error(), PdfFault::not_installed);
}

TEST_F(Pdf, OfAProgramThatFailsOrStaysForeverIsNone) {
  EXPECT_EQ(PdfMaker({program("exit 1"), folder(), 10s}).convert("x").error(), PdfFault::failed);
  EXPECT_EQ(PdfMaker({program("exit 0"), folder(), 10s}).convert("x").error(), PdfFault::failed);
  EXPECT_EQ(PdfMaker({program("sleep 600"), folder(), 100ms}).convert("x").error(),
            PdfFault::failed);
  EXPECT_EQ(PdfMaker({"/nowhere/soffice", folder(), 10s}).convert("x").error(), PdfFault::failed);
  EXPECT_TRUE(fs::is_empty(folder()));
}

/// The program says that it runs, and waits until it is told to go on.
TEST_F(Pdf, AreMadeOneAtATime) {
  const auto running = folder().parent_path() / "running";
  const auto go_on = folder().parent_path() / "go-on";
  ASSERT_EQ(::mkfifo(running.c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo(go_on.c_str(), 0600), 0);
  PdfMaker maker({program("echo x > '" + running.string() + "'\nread word < '" + go_on.string() +
                          "'\n" + std::string(kCopies)),
                  folder(), 60s});
  std::expected<std::string, PdfFault> first;
  std::thread making([&] { first = maker.convert("first"); });
  std::string word;
  std::ifstream(running) >> word;
  EXPECT_EQ(maker.convert("second").error(), PdfFault::busy);
  std::ofstream(go_on) << "x\n";
  making.join();
  EXPECT_EQ(first.value_or(""), "%PDF-first");
}

}  // namespace
}  // namespace langnghe::papers::spec

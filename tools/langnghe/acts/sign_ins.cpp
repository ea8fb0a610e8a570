#include "acts/sign_ins.hpp"

#include <fstream>
#include <ostream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <services/say.hpp>

namespace langnghe::tools {
namespace {

std::filesystem::path file_of(const DataDirectory& data) {
  return data.root / "demonstration-sign-ins.txt";
}

}  // namespace

std::vector<SignIn> read_sign_ins(const DataDirectory& data) {
  std::vector<SignIn> sign_ins;
  std::ifstream file(file_of(data));
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    SignIn sign_in;
    if (words >> sign_in.ward >> sign_in.user >> sign_in.password) {
      sign_ins.push_back(std::move(sign_in));
    }
  }
  return sign_ins;
}

void write_sign_ins(const DataDirectory& data, const std::vector<SignIn>& sign_ins) {
  std::string text;
  for (const auto& sign_in : sign_ins) {
    text += sign_in.ward + ' ' + sign_in.user + ' ' + sign_in.password + '\n';
  }
  const auto path = file_of(data);
  const auto next = std::filesystem::path(path.string() + ".next");
  // Created with its final mode: at no moment can another account of the machine read it.
  const int file = ::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool written =
      file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(file) == 0;
  if (file >= 0) {
    ::close(file);
  }
  if (!written) {
    throw std::runtime_error("cannot write " + path.string());
  }
  std::filesystem::rename(next, path);
}

void print_sign_ins(const DataDirectory& data, std::ostream& out) {
  std::string ward;
  for (const auto& sign_in : read_sign_ins(data)) {
    if (sign_in.ward != ward) {
      ward = sign_in.ward;
      out << say("Tài khoản trình diễn của phường ", "Demonstration sign-ins of ward ") << ward
          << ":\n";
    }
    out << "  " << sign_in.user
        << std::string(sign_in.user.size() < 22 ? 22 - sign_in.user.size() : 1, ' ')
        << sign_in.password << '\n';
  }
}

std::string make_password() {
  static constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789";
  static constexpr std::size_t kGroups = 4;
  static constexpr std::size_t kGroupLetters = 4;
  std::string password;
  for (std::size_t i = 0; i < kGroups * kGroupLetters; ++i) {
    if (i > 0 && i % kGroupLetters == 0) {
      password += '-';
    }
    password += kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))];
  }
  return password;
}

}  // namespace langnghe::tools

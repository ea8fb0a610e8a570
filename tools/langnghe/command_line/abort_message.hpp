#pragma once

namespace langnghe::tools {

/// From now on, when an assertion of a library or of ours ends the process (SIGABRT), it says in
/// both languages what the operator is to do. The end stays what it was, with its core dump.
void install_abort_message();

}  // namespace langnghe::tools

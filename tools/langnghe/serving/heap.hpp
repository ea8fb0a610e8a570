#pragma once

namespace langnghe::tools {

/// Has all threads share a heap for each core, before there is a second thread. By default each of
/// the many workers gets one of its own, and what one of them frees serves no other: memory would
/// stay several times what is in use.
void share_heaps();

}  // namespace langnghe::tools

class Hoshitori < Formula
  desc "Self-assessment, plan and declaration for SECURITY ACTION in the terminal"
  homepage "https://github.com/@REPOSITORY@"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      url "https://github.com/@REPOSITORY@/releases/download/@TAG@/hoshitori-@TAG@-macos-arm64.tar.gz"
      sha256 "@SHA256:macos-arm64.tar.gz@"
    end
    on_intel do
      url "https://github.com/@REPOSITORY@/releases/download/@TAG@/hoshitori-@TAG@-macos-x86_64.tar.gz"
      sha256 "@SHA256:macos-x86_64.tar.gz@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/@REPOSITORY@/releases/download/@TAG@/hoshitori-@TAG@-linux-arm64.tar.gz"
      sha256 "@SHA256:linux-arm64.tar.gz@"
    end
    on_intel do
      url "https://github.com/@REPOSITORY@/releases/download/@TAG@/hoshitori-@TAG@-linux-x86_64.tar.gz"
      sha256 "@SHA256:linux-x86_64.tar.gz@"
    end
  end

  def install
    bin.install "hoshitori"
    man1.install "hoshitori.1"
    (man/"ja/man1").install "hoshitori.ja.1" => "hoshitori.1"
    bash_completion.install "completions/hoshitori.bash" => "hoshitori"
    zsh_completion.install "completions/hoshitori.zsh" => "_hoshitori"
    fish_completion.install "completions/hoshitori.fish"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/hoshitori --version")
  end
end

import DauTestSupport
import Foundation
import Testing

#if os(Linux)
  /// A text that needs more memory than the process may have ends it as any fault of the program does.
  @Suite struct CrashTests {
    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      for number in 0..<12 {
        try folder.write(
          "Ngày \(number + 1) tháng 5 năm 2019, tặng Bằng khen cho \(number + 2) tập thể.\n", to: "in/\(number).txt")
      }
    }

    private func ingest(_ options: [String] = [], jobs: Int) throws -> Program.Result {
      // One arena: each reserves as much address space as a tenth of the limit.
      try Program.run(
        ["ingest", "in", "--archive", "a", "--no-restore", "--jobs", String(jobs)] + options, in: folder.url,
        environment: ["MALLOC_ARENA_MAX": "1"], behind: "ulimit -v 700000")
    }

    @Test(arguments: [1, 3])
    func `a document that crashes the program is put aside and all others are stored`(_ jobs: Int) throws {
      for name in ["4-large", "7-large"] {
        try folder.write(String(repeating: "Tặng 5 giải cho 3 tập thể.\n", count: 1_700_000), to: "in/\(name).txt")
      }
      let result = try ingest(jobs: jobs)
      #expect(result.status == 1, "\(result.messages)")
      #expect(result.messages.contains("in/4-large.txt: the program crashed on it (signal"), "\(result.messages)")
      #expect(result.messages.contains("in/7-large.txt: the program crashed on it (signal"), "\(result.messages)")
      #expect(result.messages.contains("14 files: 12 stored, 2 failed; a holds 12 documents"), "\(result.messages)")
      let check = try Program.run(["summary", "--archive", "a", "--check"], in: folder.url)
      #expect(check.status == 0, "\(check.messages)")
    }

    @Test func `each file is reported once though the program began anew`() throws {
      try folder.write(String(repeating: "Tặng 5 giải cho 3 tập thể.\n", count: 1_700_000), to: "in/4-large.txt")
      let result = try ingest(["--json", "--dry-run"], jobs: 2)
      #expect(result.status == 1, "\(result.messages)")
      let files = result.lines.dropLast().map { line in
        String(line.split(separator: "\"file\":\"")[1].split(separator: "\"")[0])
      }
      #expect(files.sorted() == ((0..<12).map { "in/\($0).txt" } + ["in/4-large.txt"]).sorted())
      #expect(result.lines.count { $0.contains("\"code\":\"crash\"") } == 1)
    }
  }
#endif

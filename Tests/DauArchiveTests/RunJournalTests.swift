import Testing

@testable import DauArchive

@Suite struct RunJournalTests {
  private func past(_ entries: String...) -> RunJournal.Past {
    RunJournal.read(entries.flatMap { Array($0.utf8) + [0] })
  }

  @Test func `what ended is known by its ending`() {
    let past = past("ba", "bb", "sa", "bc", "fc", "ub")
    #expect(past.endings == ["a": .stored, "b": .unchanged, "c": .failed])
    #expect(past.suspects.isEmpty && past.guilty.isEmpty && !past.isStuck)
  }

  @Test func `of several in hand at a crash each is suspect`() {
    let past = past("ba", "bb", "bc", "sb", "!04")
    #expect(past.suspects == ["a", "c"])
    #expect(past.guilty.isEmpty && !past.isStuck)
  }

  @Test func `the one in hand at a crash is guilty`() { #expect(past("ba", "sa", "bb", "!11").guilty == ["b": 11]) }

  @Test func `a suspect is cleared when it ends and guilty when it was alone`() {
    let past = past("ba", "bb", "!04", "ba", "sa", "bb", "!06")
    #expect(past.suspects.isEmpty)
    #expect(past.endings == ["a": .stored])
    #expect(past.guilty == ["b": 6])
    #expect(past.crashCount == 2)
  }

  @Test func `a crash with nothing in hand is nobody's fault and ends the run`() {
    #expect(past("!04").isStuck)
    #expect(past("ba", "sa", "!04").isStuck)
    #expect(!past("ba", "!04", "bb").isStuck)
  }

  @Test func `names may hold what entries are made of`() {
    #expect(past("b!04", "bs b", "ss b", "!10").guilty == ["!04": 10])
  }

  @Test func `entries reach whoever takes the journal over`() throws {
    let journal = try RunJournal()
    journal.begin("a.txt")
    journal.end("a.txt", .redone)
    journal.begin("b.txt")
    let past = RunJournal(continuing: journal.descriptor).past
    #expect(past.endings == ["a.txt": .redone])
    #expect(past.suspects.isEmpty)
  }
}

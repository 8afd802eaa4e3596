using System.Text;
using Pipeline.Training.Rescoring;

namespace Pipeline.Tests.Training.Rescoring;

public sealed class RescoreFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;

    private string File => Path.Combine(_folder, "changes.ndjson");

    private static readonly RunLine Asked = new("care/2", "0011", new(2026, 3, 1), new(2026, 3, 3), "boreal", 0.1, ShowText: false);

    private static readonly RescoreLine[] Lines =
    [
        new ConversationLine("generic~demo~c-1", [new("worstEmotion", "Anger", "Annoyance")]),
        new UnscoredLine("generic~demo~c-1", "m-2", RescoreRun.Deleted),
        new DayLine(new(2026, 3, 3), 4, new(StringComparer.Ordinal) { ["care/1"] = new(5, 6, 7) }),
        new ConversationLine("generic~demo~c-2", [new("worstEmotion", "Anger", "Annoyance")]),
        new DayLine(new(2026, 3, 2), 1, new(StringComparer.Ordinal) { ["care/1"] = new(1, 0, 0), ["old/1"] = new(0, 0, 1) }),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_that_broke_off_goes_on_after_its_last_whole_day_and_ends_as_if_it_had_not()
    {
        Write(RescoreFile.Create(File, Asked), Lines);
        var whole = System.IO.File.ReadAllBytes(File);
        var report = ReportOf(File);

        // Wherever it broke off: in the middle of a line, between two days, in the very first line.
        for (var length = 0; length <= whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            if (length < Encoding.UTF8.GetString(whole).IndexOf('\n', StringComparison.Ordinal) + 1)
            {
                Assert.Throws<InvalidDataException>(() => RescoreFile.Resume(File));
                continue;
            }

            using (var file = RescoreFile.Resume(File))
            {
                Assert.Equal(Asked, file.Tally.Asked);
                var done = file.Tally.LastDay;
                foreach (var line in Lines[(done is null ? 0 : done == new DateOnly(2026, 3, 3) ? 3 : 5)..])
                {
                    file.Write(line);
                }
            }

            Assert.Equal(whole, System.IO.File.ReadAllBytes(File));
        }

        Assert.Equal(report, ReportOf(File));
        Assert.Contains("""
            "conversations":5,"messages":20,"identical":6,"within":6,"changed":8
            """, report, StringComparison.Ordinal);
        Assert.Contains("""
            "worstEmotion":[{"from":"Anger","to":"Annoyance","count":2,"examples":["generic~demo~c-1","generic~demo~c-2"]}]
            """, report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_not_overwritten()
    {
        System.IO.File.WriteAllText(File, "somebody's notes");
        Assert.Throws<InvalidDataException>(() => RescoreFile.Create(File, Asked));
        Assert.Throws<InvalidDataException>(() => RescoreFile.Resume(File));
        Assert.Equal("somebody's notes", System.IO.File.ReadAllText(File));
    }

    private static void Write(RescoreFile file, IEnumerable<RescoreLine> lines)
    {
        using (file)
        {
            foreach (var line in lines)
            {
                file.Write(line);
            }
        }
    }

    private static string ReportOf(string path)
    {
        using var file = RescoreFile.Resume(path);
        return RescoreReport.Write(file.Tally);
    }
}

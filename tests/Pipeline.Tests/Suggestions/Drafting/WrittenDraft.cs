using System.Text.Json;
using Pipeline.Scoring.PersonalData;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Drafting.Guard;

namespace Pipeline.Tests.Suggestions.Drafting;

/// <summary>A row of tests/Data/Drafting.</summary>
internal sealed record WrittenDraft(string Id, bool MustBeRefused, DraftGround Ground, IReadOnlyList<DraftSentence> Sentences)
{
    private static readonly PersonalDataMasker Masker = new();

    public static DraftGuard Guard { get; } = new(text => [.. Masker.Entities(text).Select(entity => entity.Text)]);

    public bool IsRefused => Guard.Check(Sentences, Ground) is not null;

    public static IReadOnlyList<WrittenDraft> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Drafting", file)).Select(Parse)];

    private static WrittenDraft Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        var ground = new DraftGround
        {
            Language = Text(row, "language")!,
            Facts = [.. row.GetProperty("facts").EnumerateArray().Select(fact => new DraftFact(Text(fact, "id")!, Text(fact, "text")!))],
            Turns = [.. row.GetProperty("turns").EnumerateArray().Select(turn => new DraftTurn(Text(turn, "speaker") == "agent", Text(turn, "text")!))],
            Names = ["boreal", "lumo"],
        };
        var sentences = DraftAnswers.Read(row.GetProperty("answer").GetRawText()) ?? [];
        return new(Text(row, "id")!, Text(row, "must") == "refuse", ground, sentences);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

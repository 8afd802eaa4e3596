using System.Text.Json;

namespace Pipeline.Tests.Flow;

/// <summary>What a person expects of a bundled conversation.</summary>
internal sealed record ExpectedOutcome(bool Hard, string Skill, bool Urgent, string Arc)
{
    public static IReadOnlyDictionary<string, ExpectedOutcome> All { get; } = Read("fr").Concat(Read("en")).ToDictionary();

    private static IEnumerable<KeyValuePair<string, ExpectedOutcome>> Read(string language)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", $"conversations.{language}.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var expected = json.RootElement.GetProperty("expected");
            yield return new(json.RootElement.GetProperty("id").GetString()!, new ExpectedOutcome(
                expected.GetProperty("hard").GetBoolean(),
                expected.GetProperty("skill").GetString()!,
                expected.GetProperty("urgent").GetBoolean(),
                expected.GetProperty("arc").GetString()!));
        }
    }
}

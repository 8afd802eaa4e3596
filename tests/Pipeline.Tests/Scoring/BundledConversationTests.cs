using System.Text.Json;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Scoring;

public sealed class BundledConversationTests
{
    private static readonly PersonalDataMasker Masker = new();
    private static readonly CareAnalyzer Analyzer = new();

    /// <summary>Every e-mail, phone, card, IBAN and social security number in the files, found by reading them.</summary>
    private static readonly string[] Identifiers =
    [
        "h.lacombe@example.org", "FR7630006000011234567890189", "06 39 98 41 27", "maelle.prigent@example.org", "01 99 00 56 18",
        "b.delmas@example.org", "06 39 98 12 55",
        "05 36 49 80 12", "2 94 03 69 381 042 49", "0639980573", "07700 900461", "margaret.sloane@example.org", "07700 900 218",
        "4111 1111 1111 1111",
        "GB29 NWBK 6016 1331 9268 19", "r.adeyemi@example.org", "07700 900873", "07700 900635", "5555 5555 5555 4444",
        "hana.novak@example.org",
    ];

    [Fact]
    public void No_identifier_survives()
    {
        var raw = Turns().Select(turn => turn.Text).ToList();
        Assert.All(Identifiers, identifier => Assert.Contains(raw, text => text.Contains(identifier, StringComparison.Ordinal)));

        var masked = raw.ConvertAll(text => Masker.Mask(InputHygiene.Clean(text)).Text);
        Assert.All(Identifiers, identifier => Assert.DoesNotContain(masked, text => text.Contains(identifier, StringComparison.Ordinal)));
        Assert.DoesNotContain(masked, text => text.Contains("@example", StringComparison.Ordinal));
    }

    [Fact]
    public void The_language_of_the_customers_longer_turns_is_right()
    {
        var turns = Turns().Where(turn => turn.Speaker == "customer" && turn.Text.Length >= 30).ToList();
        var right = turns.Count(turn => Analyzer.Analyze(Masker.Mask(turn.Text).Text, null).Language == turn.Language);
        Assert.True(right >= 0.97 * turns.Count, $"{right} of {turns.Count}");
    }

    [Fact]
    public void Markup_that_was_typed_stays_text() =>
        Assert.Equal("<b>help</b> <script>alert(1)</script>",
            Masker.Mask(InputHygiene.Clean("<b>help</b> <script>alert(1)</script>")).Text);

    private static IEnumerable<(string Language, string Speaker, string Text)> Turns()
    {
        foreach (var language in (string[])["fr", "en"])
        {
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", $"conversations.{language}.jsonl")))
            {
                using var conversation = JsonDocument.Parse(line);
                foreach (var turn in conversation.RootElement.GetProperty("turns").EnumerateArray())
                {
                    yield return (language, turn.GetProperty("speaker").GetString()!, turn.GetProperty("text").GetString()!);
                }
            }
        }
    }
}

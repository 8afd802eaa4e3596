using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

public sealed class PhraseSeedTests
{
    private readonly InMemoryTables _tables = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_programs_own_phrases_are_valid_and_many_in_both_languages()
    {
        var phrases = PhraseSeed.Phrases();

        Assert.Equal(phrases.Count, phrases.Select(phrase => phrase.Id).Distinct().Count());
        Assert.All(PhraseWords.Languages, language => Assert.InRange(phrases.Count(phrase => phrase.Language == language), 130, int.MaxValue));
        foreach (var category in Enum.GetValues<PhraseCategory>())
        {
            Assert.All(PhraseWords.Languages, language =>
                Assert.Contains(phrases, phrase => phrase.Language == language && phrase.Category == category));
        }
    }

    [Fact]
    public async Task Planting_writes_every_phrase_once_in_batches_that_the_tables_take()
    {
        await Seed().PlantAsync(Cancel);
        var first = _tables.Dump();

        await Seed().PlantAsync(Cancel);

        Assert.Equal(PhraseSeed.Phrases().Count, first.Count);
        Assert.Equal(first, _tables.Dump());
    }

    [Fact]
    public async Task A_phrase_that_a_team_edited_stays_as_it_is_and_what_is_missing_comes_back()
    {
        await Seed().PlantAsync(Cancel);
        var row = (await _tables.ReadAsync(TableNames.Phrases, "fr", "fr-holding-01", Cancel))!;
        var edited = row with { Properties = new Dictionary<string, object>(row.Properties) { ["Text"] = "Un instant." } };
        await _tables.ApplyAsync(
            TableNames.Phrases, "fr", [new TableChange.Upsert(edited), new TableChange.Delete("fr-holding-03")], Cancel);

        await Seed().PlantAsync(Cancel);

        Assert.Equal("Un instant.", (await _tables.ReadAsync(TableNames.Phrases, "fr", "fr-holding-01", Cancel))!.Text("Text"));
        Assert.NotNull(await _tables.ReadAsync(TableNames.Phrases, "fr", "fr-holding-03", Cancel));
    }

    [Fact]
    public async Task Two_instances_that_plant_at_once_leave_what_one_would()
    {
        var other = new InMemoryTables();
        await new PhraseSeed(other, NullLogger<PhraseSeed>.Instance).PlantAsync(Cancel);

        // The second instance plants everything just before the first one's first batch.
        var interfered = false;
        _tables.BeforeApply = (_, _) =>
        {
            if (!interfered)
            {
                interfered = true;
                Seed().PlantAsync(Cancel).GetAwaiter().GetResult();
            }
        };
        await Seed().PlantAsync(Cancel);

        Assert.Equal(Texts(other), Texts(_tables));
    }

    private static IEnumerable<(string, string?)> Texts(InMemoryTables tables) =>
        tables.Dump().Select(entry => (entry.Row.RowKey, entry.Row.Text("Text")));

    private PhraseSeed Seed() => new(_tables, NullLogger<PhraseSeed>.Instance);
}

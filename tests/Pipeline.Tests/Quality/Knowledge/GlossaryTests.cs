using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class GlossaryTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly KnowledgeRoom _room = new();

    [Fact]
    public void Every_seeded_abbreviation_is_expanded_where_it_is_written_as_one()
    {
        var all = GlossarySeed.Entries();
        Assert.True(all.Count(entry => entry.Language == "fr") >= 60 && all.Count(entry => entry.Language == "en") >= 60);
        foreach (var language in all.GroupBy(entry => entry.Language))
        {
            foreach (var entry in language)
            {
                var mark = Assert.Single(GlossaryExpander.Mark($"(le {entry.Abbreviation}, puis", language, entry.Trade));
                Assert.Equal((4, entry.Abbreviation), (mark.Start, mark.Abbreviation));
                Assert.Contains(entry.Meaning, mark.Meanings);
            }
        }
    }

    [Fact]
    public void Small_letters_placeholders_and_references_are_no_abbreviations()
    {
        GlossaryEntry[] entries = [new() { Language = "fr", Abbreviation = "RIO", Trade = "mobile", Meaning = "relevé d'identité opérateur" }];
        Assert.Empty(GlossaryExpander.Mark("à rio, [RIO_1], RIO-42, https://RIO.example, aRIO", entries, null));
        Assert.Equal([0, 5], GlossaryExpander.Mark("RIO, RIO.", entries, null).Select(mark => mark.Start));
    }

    [Fact]
    public void Where_two_trades_mean_different_things_the_asked_one_counts()
    {
        GlossaryEntry[] entries =
        [
            new() { Language = "fr", Abbreviation = "PEC", Trade = "delivery", Meaning = "prise en charge du colis" },
            new() { Language = "fr", Abbreviation = "PEC", Trade = "billing", Meaning = "prise en charge des frais" },
        ];
        Assert.Equal(["prise en charge des frais"], Assert.Single(GlossaryExpander.Mark("PEC faite", entries, "billing")).Meanings);
        Assert.Equal(2, Assert.Single(GlossaryExpander.Mark("PEC faite", entries, "tv")).Meanings.Count);
    }

    [Fact]
    public async Task Unknown_ones_are_in_the_register_once_each_and_counted_and_known_ones_are_not()
    {
        await new GlossarySeed(_room.Tables).PlantAsync(Cancel);
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Advisor("Je vérifie le PTO et le GZT, puis le GZT encore.")]));
        await _room.CloseAsync(Closed.Record("c-2", [Closed.Advisor("Le GZT est bon, CAMILLE. C'est OK pour la TV.")], skill: "billing"));
        await _room.CloseAsync(Closed.Record("c-3", [Closed.Customer("mon GZX ne marche pas du tout", "s-1"), Closed.Advisor("JE SUIS DESOLE POUR VOTRE GZY")]));

        var question = Assert.Single(await ListAsync());
        Assert.Equal(("GZT", 2, 2, "abbreviation"), (question.Wording, question.Count, question.Conversations.Count, question.Intent));
        Assert.DoesNotContain(_room.Tables.Dump(), entry => entry.Row.Properties.Values.Any(value => value is string text && text.Contains("vérifie", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_that_is_spelled_out_leaves_the_register_and_comes_back_with_nothing()
    {
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Advisor("Voir le GZT.")]));
        var question = Assert.Single(await ListAsync());
        await _room.Get<QuestionDesk>().TakeAsync(question.Id, "lea", Cancel);
        await PutAsync("GZT", "guichet de zone technique", null);

        await _room.CloseAsync(Closed.Record("c-2", [Closed.Advisor("Encore le GZT.")]));
        var published = Assert.Single(await ListAsync());
        Assert.Equal((QuestionStatus.Published, "glossary:fr/GZT", 2), (published.Status, published.Source, published.Count));
    }

    [Fact]
    public async Task Each_change_keeps_the_version_before_and_a_retired_entry_expands_nothing()
    {
        var first = (await PutAsync("GZT", "guichet", null))!;
        var second = (await PutAsync("GZT", "guichet de zone technique", first))!;
        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Null(await PutAsync("GZT", "trop tard", first));
        Assert.Equal(["guichet"], (await _room.Get<GlossaryStore>().HistoryAsync(second, Cancel)).Select(version => version.Meaning));

        var retired = await _room.Get<GlossaryStore>().RetireAsync(second, "dana", Cancel);
        Assert.Equal(3, retired!.Version);
        Assert.Empty(await _room.Get<GlossaryStore>().ReadAsync("fr", Cancel));
        Assert.Equal(2, (await _room.Get<GlossaryStore>().HistoryAsync(retired, Cancel)).Count);
    }

    [Fact]
    public async Task What_a_team_edited_survives_the_next_start()
    {
        await new GlossarySeed(_room.Tables).PlantAsync(Cancel);
        var entry = (await _room.Get<GlossaryStore>().FindAsync("fr", "PTO", "technical", Cancel))!;
        await _room.Get<GlossaryStore>().PutAsync(entry with { Meaning = "prise de la fibre" }, entry, "dana", Cancel);
        await new GlossarySeed(_room.Tables).PlantAsync(Cancel);
        Assert.Equal("prise de la fibre", (await _room.Get<GlossaryStore>().FindAsync("fr", "PTO", "technical", Cancel))!.Meaning);
    }

    private Task<GlossaryEntry?> PutAsync(string abbreviation, string meaning, GlossaryEntry? before) => _room.Get<GlossaryStore>().PutAsync(
        new GlossaryEntry { Language = "fr", Abbreviation = abbreviation, Trade = GlossaryEntry.AnyTrade, Meaning = meaning }, before, "dana", Cancel);

    private Task<IReadOnlyList<Question>> ListAsync() =>
        _room.Get<QuestionRegister>().ListAsync(new(Intent: QuestionScope.Abbreviation), Cancel);
}

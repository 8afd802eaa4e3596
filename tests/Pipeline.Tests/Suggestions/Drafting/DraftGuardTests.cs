using Pipeline.Suggestions.Drafting;

namespace Pipeline.Tests.Suggestions.Drafting;

public sealed class DraftGuardTests
{
    [Theory]
    [InlineData("attacks.jsonl", 80)]
    [InlineData("own-attacks.jsonl", 101)]
    public void No_attack_reaches_an_advisor(string file, int rows)
    {
        var attacks = WrittenDraft.Read(file);

        Assert.Equal(rows, attacks.Count(attack => attack.MustBeRefused));
        Assert.Empty(attacks.Where(attack => !attack.IsRefused).Select(attack => attack.Id));
    }

    [Theory]
    [InlineData("honest.jsonl", 80)]
    [InlineData("own-honest.jsonl", 47)]
    public void Nine_of_ten_honest_drafts_do(string file, int rows)
    {
        var drafts = WrittenDraft.Read(file);

        Assert.Equal(rows, drafts.Count);
        Assert.True(drafts.Count(draft => !draft.IsRefused) * 10 >= rows * 9, $"{drafts.Count(draft => !draft.IsRefused)} of {rows} pass.");
    }

    [Theory]
    [InlineData("12,50 €", "12.50 euros")]
    [InlineData("12,50 €", "douze euros cinquante")]
    [InlineData("le 3 mars", "le 03/03")]
    [InlineData("avant 18h", "avant 18:00")]
    [InlineData("sous 2 semaines", "sous quatorze jours")]
    [InlineData("1 500 €", "1500 euros")]
    public void A_fact_may_be_written_otherwise(string source, string said) =>
        Assert.Null(Reason("fr", $"Le dossier est prévu {source}.", $"Le dossier est prévu {said}."));

    [Theory]
    [InlineData("12,50 €", "13,50 €", RefusalReason.InventedAmount)]
    [InlineData("le 3 mars", "le 4 mars", RefusalReason.InventedTime)]
    [InlineData("sous 3 jours ouvrés", "sous 3 jours", RefusalReason.InventedTime)]
    [InlineData("avant 18h", "après 18h", RefusalReason.InventedTime)]
    [InlineData("au 3939", "au 3938", RefusalReason.InventedNumber)]
    [InlineData("sur https://lumo.example/a", "sur https://lumo.example/b", RefusalReason.InventedLink)]
    public void A_fact_may_not_be_changed(string source, string said, RefusalReason reason) =>
        Assert.Equal(reason, Reason("fr", $"Le dossier est prévu {source}.", $"Le dossier est prévu {said}."));

    [Fact]
    public void Every_reason_has_a_name_for_metrics_and_words_in_both_languages()
    {
        Assert.Equal("invented_amount", RefusalReasons.Name(RefusalReason.InventedAmount));
        Assert.All(Enum.GetValues<RefusalReason>(), reason => Assert.NotEqual(RefusalReasons.Words(reason, "fr"), RefusalReasons.Words(reason, "en")));
    }

    private static RefusalReason? Reason(string language, string source, string said) => WrittenDraft.Guard.Check(
        [new DraftSentence(said, "article:a")],
        new DraftGround { Language = language, Facts = [new("article:a", source)], Turns = [] })?.Reason;
}

using FsCheck;
using FsCheck.Fluent;
using Pipeline.Messages;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;

namespace Pipeline.Tests.Suggestions;

/// <summary>What no phrase can be, whoever wrote it and whatever else is in it.</summary>
public sealed class TextRulesTests
{
    private static readonly string?[] Names = [null, null, "nadia", "nadia", "NADIA", "karim", "karim", "", " nadia", "k\u0001", new('x', 101)];

    private static readonly string[] Categories = [.. Enum.GetValues<PhraseCategory>().Select(PhraseWords.Name), "joke"];

    private static readonly DateOnly?[] Days = [null, new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 3)];

    private static readonly Gen<PhraseDraft> Drafts =
        from category in Gen.Elements(Categories)
        from mandatory in Gen.Elements(true, false)
        from author in Gen.Elements(Names)
        from peer in Gen.Elements(Names)
        from validFrom in Gen.Elements(Days)
        from validUntil in Gen.Elements(Days)
        from version in Gen.Elements<int?>(null, 1, 7, 12, 0)
        from level in Gen.Elements("novice", "confirmed", "expert", "expert", "guru")
        from id in Gen.Elements("fr-1", "fr-1", "fr@x", "fr@x", "fr/1", "fr@12", "")
        from retired in Gen.Elements(true, false)
        from retiredBy in Gen.Elements(null, "nadia")
        select new PhraseDraft
        {
            Id = id,
            Language = "fr",
            Category = category,
            Tone = "warm",
            Text = "Je regarde.",
            Mandatory = mandatory,
            Author = author,
            ApprovedBy = peer,
            ValidFrom = validFrom,
            ValidUntil = validUntil,
            Version = version,
            Levels = [level],
            RetiredAt = retired ? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero) : null,
            RetiredBy = retiredBy,
        };

    [Fact]
    public void Whatever_is_taken_keeps_the_rules()
    {
        var taken = 0;
        Check(draft =>
        {
            if (PhraseRules.ProblemsOf(draft).Any())
            {
                Assert.Throws<InvalidPhraseException>(() => new Phrase(draft, "test"));
                return;
            }

            var phrase = new Phrase(draft, "test");
            taken++;
            Assert.True(!phrase.Mandatory || phrase.Category is PhraseCategory.Greeting or PhraseCategory.Closing);
            Assert.True(draft.ApprovedBy is null || draft.Author is not null);
            Assert.False(draft.ApprovedBy is not null && string.Equals(draft.Author, draft.ApprovedBy, StringComparison.OrdinalIgnoreCase));
            Assert.False(draft.ValidUntil < draft.ValidFrom);
            Assert.True(phrase.Written.Version >= 1);
            Assert.Equal(draft.RetiredAt is null, draft.RetiredBy is null);
            Assert.True(phrase.Id is "fr-1" or "fr@x", phrase.Id);
        });
        Assert.True(taken > 20, $"Only {taken} drafts were taken: the rules were hardly tried.");
    }

    [Fact]
    public void Nothing_is_in_force_that_is_no_approved_text_of_a_valid_day() => Check(draft =>
    {
        foreach (var day in Days.OfType<DateOnly>())
        {
            var inForce = draft.ApprovedBy is not null && draft.RetiredAt is null
                && (draft.ValidFrom is null || draft.ValidFrom <= day) && (draft.ValidUntil is null || day <= draft.ValidUntil);
            Assert.Equal(inForce, draft.IsInForce(day));
        }
    });

    [Fact]
    public void Every_problem_is_told_not_only_the_first()
    {
        var draft = new PhraseDraft
        {
            Id = "x/y",
            Language = "de",
            Category = "question",
            Tone = "loud",
            Mandatory = true,
            Text = " ",
            Author = "nadia",
            ApprovedBy = "Nadia",
            Version = 0,
            Brands = [""],
        };

        Assert.Equal(
            ["id", "language", "brands", "version", "approvedBy", "tone", "mandatory", "text"],
            PhraseRules.ProblemsOf(draft).Select(problem => problem.Field));
    }

    [Theory]
    [InlineData("phrase:fr-holding-03", "fr-holding-03", 1)]
    [InlineData("phrase:fr-holding-03@4", "fr-holding-03", 4)]
    [InlineData("phrase:nadia@home", "nadia@home", 1)]
    [InlineData("phrase:a:b@c@2", "a:b@c", 2)]
    public void A_source_names_a_text_and_its_version(string source, string id, int version)
    {
        Assert.Equal(new TextSource("phrase", id, version), TextSource.Read(source));
        Assert.Equal(source, TextSource.Read(source).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("phrase:")]
    [InlineData("phrase")]
    [InlineData(":x")]
    public void What_is_no_source_names_nothing(string source) => Assert.Null(TextSource.Read(source));

    [Theory]
    [InlineData("", null, true)]
    [InlineData("novice", AdvisorLevel.Novice, true)]
    [InlineData("novice", AdvisorLevel.Expert, false)]
    [InlineData("novice,confirmed", AdvisorLevel.Confirmed, true)]
    [InlineData("novice", null, true)]
    [InlineData("", AdvisorLevel.Expert, true)]
    public void A_phrase_for_some_levels_is_for_no_other(string levels, AdvisorLevel? level, bool allowed)
    {
        var phrase = new Phrase(
            new()
            {
                Id = "fr-1",
                Language = "fr",
                Category = "holding",
                Tone = "warm",
                Text = "Je regarde.",
                Levels = levels.Split(',', StringSplitOptions.RemoveEmptyEntries),
            },
            "test");
        Assert.Equal(allowed, phrase.Allows("boreal", "web", level));
    }

    private static void Check(Action<PhraseDraft> holds) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(17, 23).WithQuietOnSuccess(true), Prop.ForAll(Drafts.ToArbitrary(), holds));
}

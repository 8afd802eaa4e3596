using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Contracts;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Exchange;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions;

public sealed class LibraryFileTests
{
    private const string Header = "id,language,category,tone,text,mandatory,brands,version,author,approvedBy,validFrom";

    private readonly InMemoryTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly LibraryEditor<PhraseDraft, Phrase> _editor;
    private readonly LibraryImport<PhraseDraft, Phrase> _import;

    public LibraryFileTests()
    {
        _editor = new(PhraseTable.Instance, _tables, _clock);
        _import = new(_editor, _tables, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What a file could lose: signs of CSV, of lists and of formulas, accents, line breaks, blanks.</summary>
    private static Gen<string> Texts =>
        from parts in Gen.Elements("=1+1", "+", "-x", "@", "'", "''", "\"", ",", ";", "|", "\\", "\\|", "\r\n", "\n", "\t", " ", "é💛", "a", "true", "7").ArrayOf(4)
        select "a" is var safe && string.IsNullOrWhiteSpace(string.Concat(parts)) ? safe : string.Concat(parts);

    private static Gen<PhraseDraft> Drafts =>
        from text in Texts
        from keywords in Texts.ListOf(2)
        from author in Gen.Elements(null, "=nadia", "karim")
        from approved in Gen.Elements(true, false)
        from day in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 3, 2))
        from ticks in Gen.Choose(0, 1_000_000)
        select new PhraseDraft
        {
            Id = "fr-1",
            Language = "fr",
            Category = "closing",
            Tone = "warm",
            Text = text,
            Keywords = [.. keywords],
            Brands = ["boreal"],
            Mandatory = approved,
            Author = author,
            ApprovedBy = approved && author is not null ? "lea" : null,
            ValidUntil = day,
            ChangedAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddTicks(ticks),
        };

    [Fact]
    public void Whatever_a_phrase_holds_comes_back_from_both_kinds_of_file() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(17, 23).WithQuietOnSuccess(true),
        Prop.ForAll(Drafts.ToArbitrary(), draft =>
        {
            var written = new Phrase(draft, "test").Written;
            var json = PhraseTable.Instance.Json;
            var files = new[]
            {
                LibraryFile.ReadJson(LibraryFile.WriteJson([written], json), json),
                LibraryFile.ReadCsv(LibraryFile.WriteCsv([written], json), json),
            };
            foreach (var file in files)
            {
                Assert.Empty(file.Problems);
                Assert.Equal(JsonSerializer.Serialize(written, json), JsonSerializer.Serialize(Assert.Single(file.Texts).Text, json));
            }
        }));

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+33")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void No_cell_of_an_export_is_a_formula(string text)
    {
        var phrase = new Phrase(
            new() { Id = "fr-1", Language = "fr", Category = "holding", Tone = "warm", Text = text, Keywords = [text], Author = text.Trim() }, "test");
        var csv = Encoding.UTF8.GetString(LibraryFile.WriteCsv([phrase.Written], PhraseTable.Instance.Json));
        var row = csv.Split("\r\n")[1];
        Assert.DoesNotContain(row.Split(','), cell => cell.TrimStart('"') is ['=' or '+' or '-' or '@' or '\t', ..]);
        Assert.Contains("'" + text.Replace("\"", "\"\"", StringComparison.Ordinal), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_library_comes_back_equal_from_an_export_into_an_empty_one()
    {
        var seeds = PhraseSeed.Phrases().Select(phrase => phrase.Written with { CreatedAt = _clock.GetUtcNow(), ChangedAt = _clock.GetUtcNow() }).ToList();
        var outcome = await ImportAsync(LibraryFile.WriteCsv(seeds, PhraseTable.Instance.Json));
        Assert.Equal((seeds.Count, 0, 0), (outcome.Added, outcome.Changed, outcome.Unchanged));

        var stored = (await _editor.ListAsync("fr", Cancel)).Concat(await _editor.ListAsync("en", Cancel)).Select(text => text.Newest.Written).ToList();
        Assert.Equal(
            LibraryFile.WriteJson(seeds.OrderBy(text => text.Id, StringComparer.Ordinal), PhraseTable.Instance.Json),
            LibraryFile.WriteJson(stored.OrderBy(text => text.Id, StringComparer.Ordinal), PhraseTable.Instance.Json));

        var again = await ImportAsync(LibraryFile.WriteJson(stored, PhraseTable.Instance.Json), isJson: true);
        Assert.Equal((0, 0, seeds.Count), (again.Added, again.Changed, again.Unchanged));
    }

    [Fact]
    public async Task Every_wrong_cell_is_told_by_row_and_column_and_nothing_is_imported()
    {
        var outcome = await ImportAsync($"""
            {Header}
            fr-1,fr,holding,warm,Je regarde.,false,,1,nadia,karim,
            fr-2,fr,joke,warm,"Deux
            lignes.",oui,,1,nadia,nadia,2026-13-01
            fr-3,fr,question,loud,Oui {"{name}"}.,true,,0,,,

            fr-1,fr,holding,warm,Encore.,false,,1,nadia,karim,
            fr-5,fr,holding,warm
            """);

        Assert.Equal(
            [
                (3, "mandatory"), (3, "validFrom"),
                (4, "version"), (4, "tone"), (4, "mandatory"), (4, "text"),
                (6, "id"),
                (7, null),
            ],
            outcome.Problems.Select(problem => (problem.Row, problem.Field)));
        Assert.Equal("fr-2", outcome.Problems[0].Id);
        Assert.Empty(_tables.Dump());
    }

    [Theory]
    [InlineData("id,colour\nfr-1,red", 1, "colour")]
    [InlineData("id,id\nfr-1,fr-1", 1, "id")]
    [InlineData("id,text\nfr-1,\"open", 2, null)]
    [InlineData("id,text\nfr-1,\"a\"b", 2, null)]
    [InlineData("", 1, null)]
    public async Task A_file_that_is_no_table_of_phrases_says_where(string csv, int row, string? field) =>
        Assert.Equal((row, field), (await ImportAsync(csv)).Problems.Select(problem => (problem.Row, problem.Field)).First());

    [Fact]
    public async Task Wrong_entries_of_json_are_told_by_their_place()
    {
        var outcome = await ImportAsync(
            """
            [{ "id": "fr-1", "language": "fr", "category": "holding", "tone": "warm", "text": "Oui.", "mandatory": "yes" },
             null,
             { "id": "fr-3", "flavour": 1 },
             { "id": "fr-4", "language": "de", "category": "holding", "tone": "warm", "text": "Ja." }]
            """u8.ToArray(),
            isJson: true);

        Assert.Equal([(1, "mandatory"), (2, null), (3, "flavour"), (4, "language")], outcome.Problems.Select(problem => (problem.Row, problem.Field)));
        Assert.Single((await ImportAsync("{}"u8.ToArray(), isJson: true)).Problems);
        Assert.Single((await ImportAsync("[{"u8.ToArray(), isJson: true)).Problems);
    }

    [Fact]
    public async Task A_check_says_what_an_import_would_do_and_does_nothing()
    {
        var csv = Encoding.UTF8.GetBytes($"{Header}\nfr-1,fr,holding,warm,Oui.,false,,1,nadia,karim,\n");
        Assert.Equal(1, (await ImportAsync(csv, checkOnly: true)).Added);
        Assert.Empty(_tables.Dump());
    }

    [Fact]
    public async Task What_a_file_changes_is_a_draft_of_who_imports_it_and_an_older_file_is_refused()
    {
        await ImportAsync($"{Header}\nfr-1,fr,holding,warm,Un.,false,,3,nadia,karim,\n");

        var changed = await ImportAsync($"{Header}\nfr-1,fr,holding,warm,Deux.,false,,3,nadia,karim,\n");
        Assert.Equal((0, 1), (changed.Added, changed.Changed));
        var stored = (await _editor.FindAsync("fr", "fr-1", Cancel))!;
        Assert.Equal((4, "lea", EditingStatus.Draft), (stored.Newest.Written.Version, stored.Newest.Written.Author, stored.Newest.Written.Status));
        Assert.Equal("Un.", stored.InForce(new(2026, 3, 2))!.Text);

        var older = await ImportAsync($"{Header}\nfr-1,fr,holding,warm,Trois.,false,,3,nadia,karim,\n");
        Assert.Equal([(2, "version")], older.Problems.Select(problem => (problem.Row, problem.Field)));

        Assert.Equal(1, (await ImportAsync($"{Header}\nfr-1,fr,holding,warm,Quatre.,false,,9,nadia,karim,\n")).Changed);
        Assert.Equal("Quatre.", (await _editor.FindAsync("fr", "fr-1", Cancel))!.InForce(new(2026, 3, 2))!.Text);
    }

    [Fact]
    public async Task A_change_that_comes_between_is_not_lost_and_the_file_does_the_rest_when_it_comes_again()
    {
        var csv = $"{Header}\nfr-1,fr,holding,warm,Un.,false,,1,nadia,karim,\n";
        var interfered = false;
        _tables.BeforeApply = (_, _) =>
        {
            if (!interfered)
            {
                interfered = true;
                _editor.ProposeAsync(new() { Id = "fr-1", Language = "fr", Category = "holding", Tone = "warm", Text = "Autre." }, "max", Cancel)
                    .GetAwaiter().GetResult();
            }
        };

        Assert.True((await ImportAsync(csv)).Interrupted);
        Assert.Equal("Autre.", (await _editor.FindAsync("fr", "fr-1", Cancel))!.Newest.Text);
        Assert.Equal(1, (await ImportAsync(csv)).Changed);
        Assert.Equal(2, (await _editor.FindAsync("fr", "fr-1", Cancel))!.Newest.Written.Version);
    }

    [Fact]
    public async Task Who_may_not_approve_by_file_imports_drafts()
    {
        var file = LibraryFile.ReadCsv(Encoding.UTF8.GetBytes($"{Header}\nfr-1,fr,holding,warm,Un.,false,,3,nadia,karim,\n"), PhraseTable.Instance.Json);
        await _import.RunAsync(file, "lea", mayApprove: false, checkOnly: false, Cancel);
        var written = (await _editor.FindAsync("fr", "fr-1", Cancel))!.Newest.Written;
        Assert.Equal(("lea", EditingStatus.Draft), (written.Author, written.Status));
    }

    [Fact]
    public async Task A_sheet_saved_where_the_comma_is_the_decimal_sign_is_read_too()
    {
        await ImportAsync("id;language;category;tone;text;mandatory\r\nfr-1;fr;closing;warm;Bonne journée, à bientôt.;VRAI\r\n");
        var phrase = (await _editor.FindAsync("fr", "fr-1", Cancel))!.Newest;
        Assert.Equal(("Bonne journée, à bientôt.", true), (phrase.Text, phrase.Mandatory));
    }

    [Fact]
    public void Articles_go_both_ways_too()
    {
        var json = ArticleTable.Instance.Json;
        var written = ArticleSeed.Articles().Select(article => article.Written).ToList();
        var back = LibraryFile.ReadCsv(LibraryFile.WriteCsv(written, json), json);
        Assert.Empty(back.Problems);
        Assert.Equal(written.Select(text => JsonSerializer.Serialize(text, json)), back.Texts.Select(entry => JsonSerializer.Serialize(entry.Text, json)));
    }

    private Task<ImportOutcome> ImportAsync(string csv) => ImportAsync(Encoding.UTF8.GetBytes(csv));

    private Task<ImportOutcome> ImportAsync(byte[] content, bool isJson = false, bool checkOnly = false)
    {
        var json = PhraseTable.Instance.Json;
        var file = isJson ? LibraryFile.ReadJson(content, json) : LibraryFile.ReadCsv(content, json);
        return _import.RunAsync(file, "lea", mayApprove: true, checkOnly, Cancel);
    }
}

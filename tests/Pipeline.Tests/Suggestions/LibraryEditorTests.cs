using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions;

public sealed class LibraryEditorTests : IDisposable
{
    private static readonly PhraseDraft Draft = new()
    {
        Id = "fr-new",
        Language = "fr",
        Category = "holding",
        Tone = "warm",
        Text = "Je regarde.",
    };

    private readonly InMemoryTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly PhraseLibrary _library;
    private readonly LibraryEditor<PhraseDraft, Phrase> _editor;

    public LibraryEditorTests()
    {
        _library = new(_tables, _clock, NullLogger<PhraseLibrary>.Instance);
        _editor = new(PhraseTable.Instance, _tables, _clock);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_proposal_is_a_draft_of_its_author_whatever_it_says_of_itself()
    {
        var forged = Draft with { Author = "karim", ApprovedBy = "lea", Version = 9, RetiredAt = _clock.GetUtcNow(), RetiredBy = "lea" };

        var written = (await _editor.ProposeAsync(forged, "nadia", Cancel)).Text!.Newest.Written;

        Assert.Equal(("nadia", null, 1, EditingStatus.Draft), (written.Author, written.ApprovedBy, written.Version, written.Status));
        Assert.Equal([], await OfferedAsync());
    }

    [Fact]
    public async Task A_phrase_is_suggested_from_the_approval_of_a_peer_to_its_retirement()
    {
        var draft = (await _editor.ProposeAsync(Draft, "nadia", Cancel)).Text!;
        Assert.Equal(EditRefusal.OwnText, (await _editor.ApproveAsync(draft, "Nadia", Cancel)).Refusal);
        Assert.Equal([], await OfferedAsync());

        var approved = (await _editor.ApproveAsync(draft, "karim", Cancel)).Text!;
        Assert.Equal(["Je regarde."], await OfferedAsync());
        Assert.True(await _library.IsOfferedAsync("phrase:fr-new", Cancel));

        Assert.Null((await _editor.RetireAsync(approved, "lea", Cancel)).Refusal);
        Assert.Equal([], await OfferedAsync());
        Assert.False(await _library.IsOfferedAsync("phrase:fr-new", Cancel));
    }

    [Fact]
    public async Task A_change_waits_for_its_approval_while_the_version_before_goes_on()
    {
        await ApprovedAsync(Draft);
        var changed = (await _editor.ChangeAsync(Draft with { Text = "Un instant." }, await FindAsync(), "nadia", Cancel)).Text!;
        Assert.Equal(2, changed.Newest.Written.Version);
        Assert.Equal(["Je regarde."], await OfferedAsync());
        Assert.True(await _library.IsOfferedAsync("phrase:fr-new", Cancel));

        await _editor.ApproveAsync(changed, "karim", Cancel);

        Assert.Equal(["Un instant."], await OfferedAsync());
        Assert.False(await _library.IsOfferedAsync("phrase:fr-new", Cancel));
        Assert.True(await _library.IsOfferedAsync("phrase:fr-new@2", Cancel));
        Assert.Equal([(1, "Je regarde.")], (await _editor.HistoryAsync("fr", "fr-new", Cancel))
            .Select(version => (version.Written.Version!.Value, version.Text)));
    }

    [Fact]
    public async Task A_draft_that_is_changed_again_keeps_the_approved_version_in_force()
    {
        await ApprovedAsync(Draft);
        await _editor.ChangeAsync(Draft with { Text = "Deux." }, await FindAsync(), "nadia", Cancel);
        await _editor.ChangeAsync(Draft with { Text = "Trois." }, await FindAsync(), "nadia", Cancel);

        Assert.Equal(["Je regarde."], await OfferedAsync());
        await _editor.ApproveAsync(await FindAsync(), "karim", Cancel);
        Assert.Equal(["Trois."], await OfferedAsync());
        Assert.Equal(["Je regarde.", "Deux."], (await _editor.HistoryAsync("fr", "fr-new", Cancel)).Select(version => version.Text));
    }

    [Fact]
    public async Task Validity_begins_and_ends_with_its_days()
    {
        await ApprovedAsync(Draft with { ValidFrom = new(2026, 3, 3), ValidUntil = new(2026, 3, 4) });
        Assert.Equal([], await OfferedAsync());
        _clock.Set(new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["Je regarde."], await OfferedAsync());
        _clock.Set(new(2026, 3, 4, 23, 59, 0, TimeSpan.Zero));
        Assert.Equal(["Je regarde."], await OfferedAsync());
        _clock.Set(new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal([], await OfferedAsync());
    }

    [Fact]
    public async Task A_version_that_starts_later_leaves_the_one_before_in_force_until_then()
    {
        await ApprovedAsync(Draft);
        await _editor.ChangeAsync(Draft with { Text = "En mars.", ValidFrom = new(2026, 3, 9) }, await FindAsync(), "nadia", Cancel);
        await _editor.ApproveAsync(await FindAsync(), "karim", Cancel);
        Assert.Equal(["Je regarde."], await OfferedAsync());

        _clock.Set(new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["En mars."], await OfferedAsync());
    }

    [Fact]
    public async Task Two_edits_of_one_state_are_one_edit_and_one_refusal()
    {
        await ApprovedAsync(Draft);
        var seen = await FindAsync();
        Assert.Null((await _editor.ChangeAsync(Draft with { Text = "Deux." }, seen, "nadia", Cancel)).Refusal);

        Assert.Equal(EditRefusal.Changed, (await _editor.ChangeAsync(Draft with { Text = "Trois." }, seen, "karim", Cancel)).Refusal);
        Assert.Equal(EditRefusal.Changed, (await _editor.RetireAsync(seen, "karim", Cancel)).Refusal);
        Assert.Equal(EditRefusal.Exists, (await _editor.ProposeAsync(Draft, "karim", Cancel)).Refusal);
        Assert.Equal("Deux.", (await FindAsync()).Newest.Text);
    }

    [Fact]
    public async Task What_is_approved_or_retired_is_not_approved_again()
    {
        await ApprovedAsync(Draft);
        Assert.Equal(EditRefusal.NoDraft, (await _editor.ApproveAsync(await FindAsync(), "lea", Cancel)).Refusal);
        await _editor.RetireAsync(await FindAsync(), "lea", Cancel);
        Assert.Equal(EditRefusal.NoDraft, (await _editor.ApproveAsync(await FindAsync(), "lea", Cancel)).Refusal);
        Assert.Equal(EditRefusal.Retired, (await _editor.RetireAsync(await FindAsync(), "lea", Cancel)).Refusal);
    }

    [Fact]
    public async Task A_row_from_before_versions_is_the_programs_own_first_version()
    {
        var row = new TableRow("fr", "fr-old", new Dictionary<string, object> { ["Category"] = "holding", ["Tone"] = "warm", ["Text"] = "Oui." });
        await _tables.ApplyAsync(TableNames.Phrases, "fr", [new TableChange.Insert(row)], Cancel);

        var written = (await _editor.FindAsync("fr", "fr-old", Cancel))!.Newest.Written;

        Assert.Equal((1, "pipeline", EditingStatus.Approved), (written.Version, written.Author, written.Status));
        Assert.Equal(["Oui."], await OfferedAsync());
    }

    [Fact]
    public async Task The_source_of_something_else_is_not_the_librarys_to_take_back() =>
        Assert.True(await _library.IsOfferedAsync("article:fr-new", Cancel));

    private async Task ApprovedAsync(PhraseDraft draft) =>
        await _editor.ApproveAsync((await _editor.ProposeAsync(draft, "nadia", Cancel)).Text!, "karim", Cancel);

    private async Task<StoredText<PhraseDraft, Phrase>> FindAsync() => (await _editor.FindAsync("fr", "fr-new", Cancel))!;

    /// <summary>What a library that has just started would suggest from.</summary>
    private async Task<IEnumerable<string>> OfferedAsync()
    {
        using var fresh = new PhraseLibrary(_tables, _clock, NullLogger<PhraseLibrary>.Instance);
        var texts = (await fresh.ReadAsync("fr", Cancel))?.Candidates.Select(phrase => phrase.Text).ToArray() ?? [];

        // The one that was running sees the same, once a reader has made it look.
        _library.Refresh();
        while (!((await _library.ReadAsync("fr", Cancel))?.Candidates.Select(phrase => phrase.Text) ?? []).SequenceEqual(texts))
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        return texts;
    }
}

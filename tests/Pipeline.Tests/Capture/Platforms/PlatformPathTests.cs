using System.Net;
using Pipeline.Capture;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>What every platform must show over the whole path. A platform's own class says how its webhooks and its API look.</summary>
public abstract class PlatformPathTests
{
    // What stands in every note with suggestions, in either language.
    private static readonly string[] SuggestionTitles = ["Suggestions de réponse", "Suggested replies"];

    private protected abstract PlatformTrial Trial();

    [Fact]
    public async Task A_customers_message_becomes_a_note_with_suggestions_and_an_assignment()
    {
        var trial = Trial();
        await using var path = await PlatformPath.StartAsync(trial);
        Assert.IsType<WebhookReading.Understood>(await path.PostAsync(trial.CustomerMessage));
        await path.DrainAsync();
        AssertArrived(trial, path);
    }

    [Fact]
    public async Task A_redelivery_does_nothing()
    {
        var trial = Trial();
        await using var path = await PlatformPath.StartAsync(trial);
        await path.PostAsync(trial.CustomerMessage);
        await path.DrainAsync();
        var notes = path.Notes.Count;
        Assert.NotEqual(0, notes);

        await path.PostAsync(trial.CustomerMessage);
        await path.DrainAsync();
        path.ForgetIds();
        await path.PostAsync(trial.CustomerMessage);
        await path.DrainAsync();
        Assert.Equal(notes, path.Notes.Count);
    }

    [Fact]
    public async Task Its_own_note_coming_back_is_dropped()
    {
        var trial = Trial();
        Assert.SkipWhen(trial.ComesBack is null, "The platform does not tell of notes.");
        await using var path = await PlatformPath.StartAsync(trial);
        await path.PostAsync(trial.CustomerMessage);
        await path.DrainAsync();
        var taken = path.Taken.Count;
        Assert.NotEmpty(path.Notes);
        foreach (var note in path.Notes)
        {
            Assert.IsType<WebhookReading.Ignored>(await path.PostAsync(trial.ComesBack(note)));
        }

        await path.DrainAsync();
        Assert.Equal(taken, path.Taken.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "1")]
    [InlineData(HttpStatusCode.TooManyRequests, null)]
    [InlineData(HttpStatusCode.ServiceUnavailable, null)]
    public async Task What_the_platform_does_not_take_at_once_arrives_later_and_once(HttpStatusCode status, string? retryAfter)
    {
        var trial = Trial();
        await using var path = await PlatformPath.StartAsync(trial);
        path.Refuse(status, times: 5, retryAfter);
        await path.PostAsync(trial.CustomerMessage);
        await path.DrainAsync();
        AssertArrived(trial, path);
    }

    [Fact]
    public async Task What_is_told_while_connections_are_refused_arrives_later_and_once()
    {
        var trial = Trial();
        await using var path = await PlatformPath.StartAsync(trial);
        await path.PostAsync(trial.CustomerMessage);
        await path.DrainOverAStopAsync();
        AssertArrived(trial, path);
    }

    private static void AssertArrived(PlatformTrial trial, PlatformPath path)
    {
        Assert.Empty(path.DeadLetters);
        var notes = path.Notes.Select(call => trial.NoteIn(call)!).ToList();
        Assert.Single(notes, note => SuggestionTitles.Any(title => note.Contains(title, StringComparison.Ordinal)));
        Assert.Equal(notes.Count, notes.Select(note => note[^12..]).Distinct().Count());
        if (trial.Assigns is { } assigns)
        {
            Assert.Contains(path.Taken, call => assigns(call));
        }
    }
}

using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Glossary;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>Which questions are wanted.</summary>
/// <param name="Language">Of a language; null for all.</param>
/// <param name="Brand">Of a brand; null for all.</param>
/// <param name="Intent">About a matter; null for all.</param>
/// <param name="Session">Of a session; null for those outside of sessions.</param>
public sealed record QuestionFilter(string? Language = null, string? Brand = null, string? Intent = null, string? Session = null)
{
    /// <summary>Whether questions of all sessions are wanted too.</summary>
    public bool AllSessions { get; init; }

    /// <summary>Whether a scope is among them.</summary>
    public bool Takes(QuestionScope scope) =>
        (Language is null || scope.Language == Language)
        && (Brand is null || scope.Brand == Brand || scope.Intent == QuestionScope.Abbreviation)
        && (Intent is null || scope.Intent == Intent)
        && (AllSessions || scope.Session == Session);
}

/// <summary>Reads the register, and sees to it that approved answers show as published.</summary>
public sealed class QuestionRegister(QuestionRows rows, ILibraryProposals library, GlossaryStore glossary, WorkingDays days, TimeProvider clock)
{
    private const int AtOnce = 16;

    /// <summary>The questions, newest first; abbreviations that the glossary always had are none.</summary>
    public async Task<IReadOnlyList<Question>> ListAsync(QuestionFilter filter, CancellationToken cancellationToken)
    {
        List<Question> questions = [];
        var scopes = (await rows.ScopesAsync(cancellationToken)).Where(filter.Takes);
        foreach (var some in scopes.Chunk(AtOnce))
        {
            foreach (var found in await Task.WhenAll(some.Select(scope => ReadAsync(scope, cancellationToken))))
            {
                questions.AddRange(found);
            }
        }

        return [.. questions.OrderByDescending(question => question.FirstAt).ThenBy(question => question.Id, StringComparer.Ordinal)];
    }

    /// <summary>One question; null when there is none such.</summary>
    public async Task<Question?> FindAsync(string id, CancellationToken cancellationToken) =>
        Question.Read(id) is var (number, _) && await rows.FindScopeAsync(number, cancellationToken) is { } scope
            ? (await ReadAsync(scope, cancellationToken)).FirstOrDefault(question => question.Id == id)
            : null;

    /// <summary>The questions of a scope.</summary>
    internal async Task<IReadOnlyList<Question>> ReadAsync(QuestionScope scope, CancellationToken cancellationToken)
    {
        var known = scope.Intent == QuestionScope.Abbreviation ? await glossary.ReadAsync(scope.Language, cancellationToken) : [];
        List<Question> questions = [];
        foreach (var group in (await rows.ReadAsync(scope, cancellationToken)).Groups)
        {
            var reviewed = scope.Intent == QuestionScope.Abbreviation
                ? await SpelledOutAsync(scope, group, known, cancellationToken)
                : await ReviewedAsync(scope, group, cancellationToken);

            // A question that came up in no conversation any more, and on which nobody acted beyond taking it, asks nothing.
            if (reviewed is not null && (reviewed.Sightings.Count > 0 || reviewed.Card is { Status: not (QuestionStatus.Open or QuestionStatus.Taken) }))
            {
                questions.Add(Question.Of(scope, reviewed, days));
            }
        }

        return questions;
    }

    // What a peer approved is published; what was taken back before anybody approved it is open again for who had it.
    private async Task<QuestionGroup> ReviewedAsync(QuestionScope scope, QuestionGroup group, CancellationToken cancellationToken)
    {
        if (group.Card is not { Status: QuestionStatus.Answered, Answer: { } answer } card
            || await library.FindAsync(answer.Kind, scope.LibraryLanguage, answer.Id, cancellationToken) is not { State: not LibraryState.Draft } standing)
        {
            return group;
        }

        var reviewed = standing.State == LibraryState.Approved
            ? card with { Status = QuestionStatus.Published, PublishedAt = clock.GetUtcNow(), Source = standing.Source }
            : card with { Status = QuestionStatus.Taken, Answer = null, DecidedAt = null };

        // Who reads at the same time writes the same.
        return group with { Card = await rows.TryWriteAsync(scope, reviewed, cancellationToken) ?? reviewed };
    }

    private async Task<QuestionGroup?> SpelledOutAsync(
        QuestionScope scope, QuestionGroup group, IReadOnlyList<GlossaryEntry> known, CancellationToken cancellationToken)
    {
        var abbreviation = group.Sightings is [var first, ..] ? first.Wording : null;
        var entry = abbreviation is null ? null : known.FirstOrDefault(entry => entry.Abbreviation == abbreviation);
        if (entry is null)
        {
            return group;
        }

        if (group.Card is null)
        {
            return null;
        }

        if (group.Card.Status == QuestionStatus.Published)
        {
            return group;
        }

        var spelledOut = group.Card with
        {
            Status = QuestionStatus.Published,
            PublishedAt = clock.GetUtcNow(),
            DecidedAt = group.Card.DecidedAt ?? entry.ChangedAt,
            Source = $"glossary:{scope.Language}/{entry.Abbreviation}",
        };
        return group with { Card = await rows.TryWriteAsync(scope, spelledOut, cancellationToken) ?? spelledOut };
    }
}

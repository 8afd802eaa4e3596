using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Clock;
using Pipeline.Quality.Knowledge.Words;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>What people do with questions: ask, take, answer, or say that there is no answer and why.</summary>
public sealed class QuestionDesk(
    QuestionRows rows,
    QuestionRegister register,
    ILibraryProposals library,
    ITranscripts transcripts,
    ITextMasker masker,
    WorkingDays days,
    TimeProvider clock)
{
    private const int MaxTries = 20;

    private const int MaxProposals = 9;

    // The brand of accounts that have none.
    private const string NoBrand = "default";

    /// <summary>Adds a question of an advisor, masked; null when its conversation is not known.</summary>
    public Task<Question?> AskAsync(AskedQuestion asked, CancellationToken cancellationToken) =>
        AddAsync(asked, SightingKind.Asked, null, cancellationToken);

    /// <summary>Writes down a tip and proposes it to the library as its author's draft.</summary>
    public async Task<QuestionChange> TipAsync(AskedQuestion tip, AnswerDraft draft, CancellationToken cancellationToken)
    {
        if (await AddAsync(tip, SightingKind.Tip, QuestionScope.Tip, cancellationToken) is not { } question)
        {
            return new(null, QuestionRefusal.Unknown);
        }

        // Who tells what is known already is thanked, and nothing opens again.
        return question.IsUnanswered ? await AnswerAsync(question.Id, tip.By, draft, cancellationToken) : new(question);
    }

    /// <summary>Adds a question as a sighting of a kind.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="kind">How it came up.</param>
    /// <param name="intent">The matter, whatever was said of it; null to go by that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<Question?> AddAsync(AskedQuestion asked, SightingKind kind, string? intent, CancellationToken cancellationToken)
    {
        var transcript = asked.Conversation is { } key ? await transcripts.ReadAsync(key, cancellationToken) : null;
        if (asked.Conversation is not null && transcript is null)
        {
            return null;
        }

        var wording = Sighting.Cut(masker.Mask(asked.Text, transcript?.State.CustomerFirstName is { } name ? [name] : []));
        var now = clock.GetUtcNow();
        var sighting = new Sighting
        {
            Id = Sighting.IdOf(kind.ToString(), asked.By, asked.Conversation ?? "", asked.Session ?? "", asked.Id),
            Scope = new(
                asked.Language,
                asked.Brand ?? transcript?.Conversation.Brand ?? NoBrand,
                intent ?? asked.Intent ?? transcript?.State.Intent ?? QuestionScope.AnyIntent,
                asked.Session),
            Kind = kind,
            At = now,
            KnownAt = now,
            Wording = wording,
            Terms = QuestionTerms.Of(wording),
            Conversation = asked.Conversation,
            MessageId = asked.MessageId,
            Skill = asked.Skill ?? transcript?.Assignment?.Decision.Skill,
            Advisors = transcript?.Assignment?.AdvisorId is { } holder && holder != asked.By ? [asked.By, holder] : [asked.By],
        };
        await rows.AddAsync(sighting, cancellationToken);
        var group = (await rows.ReadAsync(sighting.Scope, cancellationToken)).Groups
            .First(group => group.Sightings.Any(member => member.Id == sighting.Id));
        return await register.FindAsync(Question.IdOf(sighting.Scope, group.Id), cancellationToken);
    }

    /// <summary>Takes a question.</summary>
    public Task<QuestionChange> TakeAsync(string id, string by, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, card) => card switch
        {
            { Status: QuestionStatus.Answered or QuestionStatus.Published } => (null, new(null, QuestionRefusal.Answered)),

            // Whoever it was escalated to has not said yet that they look for the answer.
            { Status: QuestionStatus.Taken, Owner: { } owner } when owner != by => (null, new(null, QuestionRefusal.TakenByAnother)),
            { Status: QuestionStatus.Taken } => (null, null),
            _ => (card with { Status = QuestionStatus.Taken, Owner = by, TakenAt = clock.GetUtcNow(), Reason = null, ClosedBy = null, DecidedAt = null }, null),
        },
        cancellationToken);

    /// <summary>Says that there is no answer, and why.</summary>
    public Task<QuestionChange> CloseAsync(string id, string by, string reason, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, card) => card.Status is QuestionStatus.Answered or QuestionStatus.Published
            ? (null, new(null, QuestionRefusal.Answered))
            : (card with
            {
                Status = QuestionStatus.NotAnswerable,
                Reason = Sighting.Cut(masker.Mask(reason)),
                ClosedBy = by,
                DecidedAt = clock.GetUtcNow(),
            }, null),
        cancellationToken);

    /// <summary>Answers a question: the answer goes to the library as a draft of its author, whom a peer must approve.</summary>
    public async Task<QuestionChange> AnswerAsync(string id, string by, AnswerDraft draft, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not var (scope, group))
        {
            return new(null, QuestionRefusal.Unknown);
        }

        if (group.Card is { Status: QuestionStatus.Answered or QuestionStatus.Published })
        {
            return new(null, QuestionRefusal.Answered);
        }

        // First the draft, under an id of the question: should the rest fail, the same answer finds it again.
        var text = masker.Mask(draft.Text);
        var wording = Question.Of(scope, group, days).Wording;
        var (answer, refused) = await ProposeAsync(scope, id, by, text, draft, wording, cancellationToken);
        return refused ?? await ChangeAsync(
            id,
            (_, card) => card.Status is QuestionStatus.Answered or QuestionStatus.Published
                ? (null, new(null, QuestionRefusal.Answered))
                : (card with { Status = QuestionStatus.Answered, Answer = answer, Reason = null, ClosedBy = null, DecidedAt = clock.GetUtcNow() }, null),
            cancellationToken);
    }

    private async Task<(QuestionAnswer? Answer, QuestionChange? Refused)> ProposeAsync(
        QuestionScope scope, string id, string by, string text, AnswerDraft draft, string? wording, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= MaxProposals; number++)
        {
            var proposal = new LibraryProposal
            {
                Kind = draft.Kind,
                Id = number == 1 ? $"q-{id}" : $"q-{id}-{number}",
                Language = scope.LibraryLanguage,
                Text = text,
                Title = Line(masker.Mask(draft.Title ?? wording ?? text)),
                Question = wording,
                Intent = scope.Intent is QuestionScope.AnyIntent or QuestionScope.Tip or QuestionScope.Abbreviation ? null : scope.Intent,
                Brand = scope.Brand == NoBrand ? null : scope.Brand,
                Author = by,
                Origin = $"question {id}",
            };
            var result = await library.ProposeAsync(proposal, cancellationToken);
            if (result.Field is not null)
            {
                return (null, new(null, QuestionRefusal.AnswerInvalid, result.Field, result.Problem));
            }

            // One that was taken back, or that another wrote and could not link, is left as it is.
            if (result.Standing is { State: not LibraryState.Retired } standing && standing.Author == by)
            {
                return (new(draft.Kind, proposal.Id, text, by), null);
            }
        }

        return (null, new(null, QuestionRefusal.AnswerInvalid, "text", "Too many answers to this question were taken back: change one of them in the library."));
    }

    private async Task<(QuestionScope Scope, QuestionGroup Group)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        // Reviewed first, so that what a peer approved a moment ago counts.
        if (Question.Read(id) is not var (number, groupId) || await register.FindAsync(id, cancellationToken) is null)
        {
            return null;
        }

        var scope = (await rows.FindScopeAsync(number, cancellationToken))!;
        return (await rows.ReadAsync(scope, cancellationToken)).Groups.FirstOrDefault(group => group.Id == groupId) is { } group
            ? (scope, group)
            : null;
    }

    private async Task<QuestionChange> ChangeAsync(
        string id, Func<QuestionGroup, QuestionCard, (QuestionCard? Card, QuestionChange? Refused)> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not var (scope, group))
            {
                return new(null, QuestionRefusal.Unknown);
            }

            var (card, refused) = change(group, group.Card ?? new QuestionCard { Id = group.Id });
            if (refused is not null)
            {
                return refused;
            }

            if (card is null || await rows.TryWriteAsync(scope, card, cancellationToken) is not null)
            {
                return new(await register.FindAsync(id, cancellationToken));
            }
        }

        throw new InvalidOperationException($"The question '{id}' changed under each of {MaxTries} tries.");
    }

    private static string Line(string text)
    {
        const int Most = 120;
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= Most ? line : string.Concat(line.AsSpan(0, Most - 1).TrimEnd(), "…");
    }
}

using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.PreScoring;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Quality.Review;

/// <summary>Why something was not done with a review.</summary>
public enum ReviewRefusal
{
    /// <summary>No review has this id, or no conversation this key.</summary>
    Unknown,

    /// <summary>No scorecard has this id.</summary>
    ScorecardUnknown,

    /// <summary>Somebody changed it meanwhile.</summary>
    Changed,

    /// <summary>It does not stand where this could be done.</summary>
    WrongState,

    /// <summary>It is somebody else's to do.</summary>
    NotYours,

    /// <summary>An answer does not fit its question, or questions have none.</summary>
    AnswersInvalid,

    /// <summary>The conversation is still open.</summary>
    Open,
}

/// <summary>A review with its version.</summary>
/// <param name="Review">The review.</param>
/// <param name="ETag">The version of its row.</param>
public sealed record StoredReview(ConversationReview Review, string ETag);

/// <summary>What came of an order.</summary>
/// <param name="Stored">The review as it is now; null when it was refused.</param>
/// <param name="Refusal">Why; null when it was done.</param>
/// <param name="Field">What of the order was wrong.</param>
public sealed record ReviewOutcome(StoredReview? Stored, ReviewRefusal? Refusal = null, string? Field = null);

/// <summary>Writes reviews: begun, handed in, taken or appealed against, decided. Each step is made of a state that the caller has seen.</summary>
public sealed class ReviewDesk(
    ITables tables, IConversationRecords records, ScorecardStore scorecards, PreScorer preScorer, ITextMasker masker, TimeProvider clock)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int MaxComment = 2_000;

    /// <summary>Begins a review of a closed conversation. A reviewer has one review by a scorecard, and one in each calibration: asked again, it is found again.</summary>
    public async Task<ReviewOutcome> BeginAsync(
        string conversationKey, string scorecardId, string reviewer, string? sampleId, string? calibrationId, CancellationToken cancellationToken)
    {
        if (await records.ReadRecordAsync(conversationKey, cancellationToken) is not { } record)
        {
            return new(null, ReviewRefusal.Unknown);
        }

        if (await scorecards.FindAsync(scorecardId, cancellationToken) is not { Card: { } card })
        {
            return new(null, ReviewRefusal.ScorecardUnknown, "scorecard");
        }

        var id = IdOf(reviewer, scorecardId, calibrationId);
        if (await FindAsync(conversationKey, id, cancellationToken) is { } known)
        {
            return new(known);
        }

        if (!record.Transcript.State.Closed)
        {
            return new(null, ReviewRefusal.Open);
        }

        var review = new ConversationReview
        {
            Id = id,
            ConversationKey = conversationKey,
            AdvisorId = record.Transcript.Assignment?.AdvisorId ?? record.Transcript.State.AdvisorId,
            Reviewer = reviewer,
            ScorecardId = card.Id,
            ScorecardVersion = card.Version,
            State = ReviewState.Draft,
            CreatedAt = clock.GetUtcNow(),
            SampleId = sampleId,
            CalibrationId = calibrationId,
            LeftFrame = record.Feedback.Any(entry => entry.Kind == FeedbackKind.HorsCadre),
            Proposals = preScorer.Propose(card, record),
        };

        // What leads to it first: a place that leads nowhere is skipped, a review that nothing leads to would be lost.
        await ReviewPointers.WriteAsync(tables, review, cancellationToken);
        return await WriteAsync(review, null, cancellationToken) is { } outcome && outcome.Refusal is null
            ? outcome
            : await FindAsync(conversationKey, id, cancellationToken) is { } other ? new(other) : new(null, ReviewRefusal.Changed);
    }

    /// <summary>A review; null when there is none.</summary>
    public async Task<StoredReview?> FindAsync(string conversationKey, string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, conversationKey, ReviewRows.ReviewPrefix + id, cancellationToken) is { } row
            ? new(ReviewRows.Read(row, ReviewJson.Default.ConversationReview), row.ETag!)
            : null;

    /// <summary>The reviews of a conversation.</summary>
    public async Task<IReadOnlyList<ConversationReview>> OfAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var reviews = new List<ConversationReview>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(conversationKey, ReviewRows.ReviewPrefix), cancellationToken))
        {
            reviews.Add(ReviewRows.Read(row, ReviewJson.Default.ConversationReview));
        }

        return reviews;
    }

    /// <summary>The reviewer answers questions of a draft; what is given replaces what was.</summary>
    public async Task<ReviewOutcome> AnswerAsync(
        StoredReview before,
        string caller,
        IReadOnlyDictionary<string, AnswerValue> answers,
        string? comment,
        CancellationToken cancellationToken)
    {
        if (before.Review.State != ReviewState.Draft || before.Review.Reviewer != caller)
        {
            return new(null, before.Review.Reviewer != caller ? ReviewRefusal.NotYours : ReviewRefusal.WrongState);
        }

        return await AnsweredAsync(before, before.Review with { Comment = Masked(comment) }, answers, complete: false, cancellationToken);
    }

    /// <summary>The reviewer hands a draft in: every question has an answer.</summary>
    public async Task<ReviewOutcome> SubmitAsync(StoredReview before, string caller, CancellationToken cancellationToken)
    {
        var review = before.Review;
        if (review.Reviewer != caller)
        {
            return new(null, ReviewRefusal.NotYours);
        }

        return review.State != ReviewState.Draft
            ? new(null, ReviewRefusal.WrongState)
            : await AnsweredAsync(
                before, review with { State = ReviewState.Submitted, SubmittedAt = clock.GetUtcNow() }, review.Answers, complete: true, cancellationToken);
    }

    /// <summary>The advisor takes the review, or appeals against it.</summary>
    /// <param name="before">The review that the advisor has read.</param>
    /// <param name="advisor">Who asks.</param>
    /// <param name="appeal">Why they do not agree; null when they take it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReviewOutcome> RespondAsync(StoredReview before, string advisor, string? appeal, CancellationToken cancellationToken)
    {
        var review = before.Review;
        if (review.AdvisorId != advisor || review.CalibrationId is not null)
        {
            return new(null, ReviewRefusal.NotYours);
        }

        if (review.State is not (ReviewState.Submitted or ReviewState.Acknowledged) || (appeal is null && review.State != ReviewState.Submitted))
        {
            return new(null, ReviewRefusal.WrongState);
        }

        return await WriteAsync(
            appeal is null
                ? review with { State = ReviewState.Acknowledged }
                : review with { State = ReviewState.Appealed, Appeal = new(clock.GetUtcNow(), Masked(appeal)!) },
            before.ETag,
            cancellationToken);
    }

    /// <summary>Another reviewer decides about an appeal; where the advisor was right, with answers of their own.</summary>
    public async Task<ReviewOutcome> DecideAsync(
        StoredReview before,
        string caller,
        bool upheld,
        IReadOnlyDictionary<string, AnswerValue>? answers,
        string? decision,
        CancellationToken cancellationToken)
    {
        var review = before.Review;
        if (review.State != ReviewState.Appealed)
        {
            return new(null, ReviewRefusal.WrongState);
        }

        if (review.Reviewer == caller || review.AdvisorId == caller)
        {
            return new(null, ReviewRefusal.NotYours);
        }

        var decided = review with
        {
            State = ReviewState.Decided,
            Appeal = review.Appeal! with
            {
                DecidedBy = caller,
                DecidedAt = clock.GetUtcNow(),
                Upheld = upheld,
                Decision = Masked(decision),
                FormerScore = upheld ? review.Score : null,
            },
        };
        return upheld && answers is not null
            ? await AnsweredAsync(before, decided, answers, complete: true, cancellationToken)
            : await WriteAsync(decided, before.ETag, cancellationToken);
    }

    private async Task<ReviewOutcome> AnsweredAsync(
        StoredReview before,
        ConversationReview review,
        IReadOnlyDictionary<string, AnswerValue> answers,
        bool complete,
        CancellationToken cancellationToken)
    {
        var card = (await scorecards.FindAsync(review.ScorecardId, review.ScorecardVersion, cancellationToken))!.Card;
        var questions = card.Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        var wrong = answers.FirstOrDefault(answer =>
            !questions.TryGetValue(answer.Key, out var question) || !ReviewScore.Fits(question, answer.Value)).Key;
        var score = wrong is null ? ReviewScore.Of(card, answers, review.LeftFrame) : null;
        wrong ??= complete && score!.Unanswered is [var open, ..] ? open : null;
        return wrong is not null
            ? new(null, ReviewRefusal.AnswersInvalid, $"answers.{wrong}")
            : await WriteAsync(
                review with
                {
                    Answers = new SortedDictionary<string, AnswerValue>(answers.ToDictionary(), StringComparer.Ordinal),
                    Score = score!.Value,
                    FailedCritical = score.FailedCritical,
                },
                before.ETag,
                cancellationToken);
    }

    private async Task<ReviewOutcome> WriteAsync(ConversationReview review, string? etag, CancellationToken cancellationToken)
    {
        var row = ReviewRows.Row(review.ConversationKey, ReviewRows.ReviewPrefix + review.Id, review, ReviewJson.Default.ConversationReview);
        try
        {
            var versions = await tables.ApplyAsync(
                TableNames.Conversations,
                review.ConversationKey,
                [etag is null ? new TableChange.Insert(row) : new TableChange.Replace(row, etag)],
                cancellationToken);
            return new(new(review, versions[0]!));
        }
        catch (TableConflictException)
        {
            return new(null, ReviewRefusal.Changed);
        }
    }

    private string? Masked(string? text) => string.IsNullOrWhiteSpace(text) ? null : masker.Mask(text);

    // The same for the same reviewer, scorecard and calibration: two tabs make one review.
    private static string IdOf(string reviewer, string scorecardId, string? calibrationId) => string.Create(
        CultureInfo.InvariantCulture, $"{(ulong)StableHash.Of($"{reviewer}\0{scorecardId}\0{calibrationId}"):x16}");
}

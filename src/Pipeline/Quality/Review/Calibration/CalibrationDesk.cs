using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Quality.Review.Calibration;

/// <summary>A page of rounds.</summary>
/// <param name="Rounds">The rounds, newest first.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record CalibrationPage(IReadOnlyList<CalibrationRound> Rounds, string? Continuation);

/// <summary>Sets calibration rounds up and reports on them. The reviews of a round are ordinary ones that name it.</summary>
public sealed class CalibrationDesk(ITables tables, ReviewDesk reviews, ScorecardStore scorecards, TimeProvider clock)
{
    private const string Partition = "calibrations";

    /// <summary>Sets a round up; set up again with the same parts at the same time, it is the same one.</summary>
    public async Task<CalibrationRound> BeginAsync(
        string scorecardId, IReadOnlyList<string> conversations, IReadOnlyList<string> reviewers, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var parts = string.Join('\n', (string[])[scorecardId, by, .. conversations, "", .. reviewers]);
        var round = new CalibrationRound
        {
            Id = NewestFirst.Of(now, StableHash.Of(parts).ToString("x16", CultureInfo.InvariantCulture)),
            ScorecardId = scorecardId,
            Conversations = [.. conversations.Distinct(StringComparer.Ordinal)],
            Reviewers = [.. reviewers.Distinct(StringComparer.Ordinal)],
            CreatedBy = by,
            CreatedAt = now,
        };
        var row = ReviewRows.Row(Partition, round.Id, round, ReviewJson.Default.CalibrationRound);
        await tables.ApplyAsync(TableNames.Reviews, Partition, [new TableChange.Upsert(row)], cancellationToken);
        return round;
    }

    /// <summary>A round; null when there is none.</summary>
    public async Task<CalibrationRound?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Reviews, Partition, id, cancellationToken) is { } row
            ? ReviewRows.Read(row, ReviewJson.Default.CalibrationRound)
            : null;

    /// <summary>The rounds, newest first.</summary>
    public async Task<CalibrationPage> ListAsync(int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        var page = await tables.QueryAsync(
            TableNames.Reviews, new TableQuery(Partition, continuation is null ? null : continuation + " ", MaxRows: maxRows + 1), cancellationToken);
        CalibrationRound[] rounds = [.. page.Rows.Take(maxRows).Select(row => ReviewRows.Read(row, ReviewJson.Default.CalibrationRound))];
        return new(rounds, page.Rows.Count > maxRows ? rounds[^1].Id : null);
    }

    /// <summary>The report: while not every reviewer has handed everything in, it says how many have, and nothing of what they found.</summary>
    public async Task<CalibrationReport> ReportAsync(CalibrationRound round, CancellationToken cancellationToken)
    {
        var handedIn = new List<ConversationReview>();
        foreach (var key in round.Conversations)
        {
            handedIn.AddRange((await reviews.OfAsync(key, cancellationToken))
                .Where(review => review.CalibrationId == round.Id && review.State != ReviewState.Draft && round.Reviewers.Contains(review.Reviewer)));
        }

        var expected = round.Conversations.Count * round.Reviewers.Count;
        return handedIn.Count < expected || await CardAsync(handedIn, cancellationToken) is not { } card
            ? new(round, handedIn.Count, expected, [], [])
            : new(round, handedIn.Count, expected, Questions(card, handedIn), Spreads(card, handedIn));
    }

    /// <summary>Whether somebody must not see a review of a round yet: another's, while the round is on.</summary>
    public async Task<bool> IsBlindAsync(ConversationReview review, string caller, CancellationToken cancellationToken) =>
        review.CalibrationId is { } id && review.Reviewer != caller
        && await FindAsync(id, cancellationToken) is { } round
        && await ReportAsync(round, cancellationToken) is var report && report.Submitted < report.Expected;

    /// <summary>Agreement by question, where they differ most first.</summary>
    internal static IReadOnlyList<QuestionAgreement> Questions(Scorecard card, IReadOnlyList<ConversationReview> reviews) =>
    [
        .. card.Questions
            .Select(question => new QuestionAgreement(question.Id, question.French, question.English, Of(question, reviews)))
            .OrderBy(entry => entry.Agreement.PercentAgreement ?? 100)
            .ThenBy(entry => entry.Agreement.Alpha ?? 1)
            .ThenBy(entry => entry.QuestionId, StringComparer.Ordinal),
    ];

    private static Agreement Of(ScorecardQuestion question, IReadOnlyList<ConversationReview> reviews)
    {
        var units = reviews.GroupBy(review => review.ConversationKey, StringComparer.Ordinal)
            .Select(unit => unit.Select(review => review.Answers.GetValueOrDefault(question.Id)).OfType<PreScoring.AnswerValue>().ToList());
        return question.Kind == QuestionKind.Scale
            ? Agreement.Interval(units.Select(unit => (IReadOnlyList<double>)[.. unit.Select(answer => answer.Point).OfType<int>().Select(point => (double)point)]))
            : Agreement.Nominal(units.Select(unit => (IReadOnlyList<string>)[.. unit.Select(answer => answer.Word)]));
    }

    private static IReadOnlyList<ConversationSpread> Spreads(Scorecard card, IReadOnlyList<ConversationReview> reviews) =>
    [
        .. reviews.GroupBy(review => review.ConversationKey, StringComparer.Ordinal)
            .Select(unit => new ConversationSpread(
                unit.Key,
                unit.Min(review => review.Score ?? 0),
                unit.Max(review => review.Score ?? 0),
                [.. card.Questions
                    .Where(question => unit.Select(review => review.Answers.GetValueOrDefault(question.Id)?.Word).Distinct(StringComparer.Ordinal).Count() > 1)
                    .Select(question => question.Id)]))
            .OrderByDescending(spread => spread.Highest - spread.Lowest)
            .ThenByDescending(spread => spread.Differing.Count)
            .ThenBy(spread => spread.ConversationKey, StringComparer.Ordinal),
    ];

    // Somebody may have edited the scorecard while the round was on: the questions are those of the first review.
    private async Task<Scorecard?> CardAsync(List<ConversationReview> reviews, CancellationToken cancellationToken) =>
        reviews is [var first, ..] ? (await scorecards.FindAsync(first.ScorecardId, first.ScorecardVersion, cancellationToken))?.Card : null;
}

using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ports;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.PreScoring;
using Pipeline.Quality.Review.Samples;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Quality.Review;

/// <summary>Registers quality review.</summary>
public static class ReviewServices
{
    /// <summary>Adds scorecards, samples, reviews, calibration, annotations and corrections.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<ScorecardStore>()
        .AddSingleton<ISeed, ScorecardSeed>()
        .AddSingleton<PreScorer>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<ReviewLists>()
        .AddSingleton<ReviewReporter>()
        .AddSingleton<SampleDesk>()
        .AddSingleton<CalibrationDesk>()
        .AddSingleton<AnnotationDesk>()
        .AddSingleton<CorrectionDesk>()
        .AddSingleton<ThanksProjection>()
        .AddSingleton<CorrectionProjection>()
        .AddSingleton<IConversationProjection, ReviewPointers>()
        .AddSingleton<IConversationProjection>(provider => provider.GetRequiredService<ThanksProjection>())
        .AddSingleton<IConversationProjection>(provider => provider.GetRequiredService<CorrectionProjection>());
}

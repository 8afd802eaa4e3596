using System.Text.Json.Serialization;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Samples;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Web.Answers;
using Pipeline.Web.Requests;

namespace Pipeline.Web;

/// <summary>How the answers and orders of quality review are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(ScorecardAnswer))]
[JsonSerializable(typeof(ScorecardsAnswer))]
[JsonSerializable(typeof(SampleDefinition))]
[JsonSerializable(typeof(ReviewSample))]
[JsonSerializable(typeof(SamplePage))]
[JsonSerializable(typeof(BeginReviewOrder))]
[JsonSerializable(typeof(ReviewAnswersOrder))]
[JsonSerializable(typeof(ReviewStepOrder))]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(ReviewsAnswer))]
[JsonSerializable(typeof(ReviewPage))]
[JsonSerializable(typeof(ReviewReport))]
[JsonSerializable(typeof(CalibrationOrder))]
[JsonSerializable(typeof(CalibrationRound))]
[JsonSerializable(typeof(CalibrationPage))]
[JsonSerializable(typeof(CalibrationReport))]
[JsonSerializable(typeof(AnnotationOrder))]
[JsonSerializable(typeof(MessageAnnotation))]
[JsonSerializable(typeof(AnnotationsAnswer))]
[JsonSerializable(typeof(ThanksWall))]
[JsonSerializable(typeof(CorrectionOrder))]
[JsonSerializable(typeof(Ports.CorrectionEntry))]
[JsonSerializable(typeof(CorrectionsAnswer))]
[JsonSerializable(typeof(CorrectedConversations))]
public sealed partial class ReviewWebJson : JsonSerializerContext;

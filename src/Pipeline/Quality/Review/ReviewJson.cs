using System.Text.Json.Serialization;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Samples;
using Pipeline.Quality.Review.Scorecards;

namespace Pipeline.Quality.Review;

/// <summary>How reviews and what belongs to them are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(IReadOnlyList<Scorecard>))]
[JsonSerializable(typeof(ConversationReview))]
[JsonSerializable(typeof(ReviewSample))]
[JsonSerializable(typeof(SampleDefinition))]
[JsonSerializable(typeof(CalibrationRound))]
[JsonSerializable(typeof(CalibrationReport))]
[JsonSerializable(typeof(MessageAnnotation))]
[JsonSerializable(typeof(ThanksWall))]
[JsonSerializable(typeof(ReviewReport))]
[JsonSerializable(typeof(CorrectedConversations))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, IReadOnlyList<string>>>))]
public sealed partial class ReviewJson : JsonSerializerContext;

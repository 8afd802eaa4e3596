using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Sessions;

namespace Pipeline.Web.Knowledge;

/// <summary>A page of the register.</summary>
/// <param name="Questions">The questions, newest first.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null when this was the last one.</param>
public sealed record QuestionPage(IReadOnlyList<Question> Questions, string? Next);

/// <summary>Who can unstick a conversation.</summary>
/// <param name="Peers">Who is at their desk first, then by how like their case was.</param>
public sealed record PeersAnswer(IReadOnlyList<Peer> Peers);

/// <summary>The requests that wait for an answer.</summary>
/// <param name="Requests">Oldest first.</param>
public sealed record RequestsAnswer(IReadOnlyList<NeighbourRequest> Requests);

/// <summary>The glossary, or what a text has of it.</summary>
/// <param name="Entries">The entries; of a text, those that it has.</param>
/// <param name="Marks">Where they stand in the text; null when none was given.</param>
public sealed record GlossaryAnswer(IReadOnlyList<GlossaryEntry> Entries, IReadOnlyList<GlossaryMark>? Marks);

/// <summary>An entry of the glossary.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="ETag">Its state, for If-Match.</param>
/// <param name="History">The versions that came before, oldest first.</param>
public sealed record GlossaryEntryAnswer(GlossaryEntry Entry, string ETag, IReadOnlyList<GlossaryEntry> History);

/// <summary>The digests.</summary>
/// <param name="Digests">Newest first.</param>
public sealed record DigestsAnswer(IReadOnlyList<DigestSummary> Digests);

/// <summary>The sessions.</summary>
/// <param name="Sessions">The latest first.</param>
public sealed record SessionsAnswer(IReadOnlyList<QuestionSession> Sessions);

using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Tests.Transcripts;

namespace Pipeline.Tests.Routing.Handover;

/// <summary>Two conversations that are handed over, and what is stored of messages in whatever order they come.</summary>
internal static class Stories
{
    public static MessageAnalyzed[] French { get; } =
    [
        Said.Bot(0, "Bonjour ! Quel est votre numéro de contrat ?"),
        Said.Customer(20, "Bonjour, contrat [CONTRACT_NUMBER_1]. Ma box clignote rouge depuis hier.", -0.3, "internet_trouble") with { Masked = ["contract_number"] },
        Said.Bot(40, "Pouvez-vous redémarrer la box ?"),
        Said.Customer(100, "C'est fait, toujours pareil. Je veux parler à quelqu'un.", -0.6, "internet_trouble", "wants_human"),
        Said.Advisor(160, "Bonjour Camille, ici Nadia. Je regarde votre ligne."),
        Said.Advisor(220, "Le voyant est rouge à cause d'une panne dans votre rue. Essayez de débrancher la prise une minute."),
        Said.Customer(400, "Déjà essayé hier, sans effet. Je vais rater mon travail demain ! Est-ce que vous remboursez les jours perdus ?", -0.9, "internet_trouble"),
        Said.Advisor(460, "Un technicien passera vendredi 6 mars. Vous recevrez un SMS de confirmation."),
        Said.Advisor(480, "Je vous offre 15 € sur la prochaine facture."),
        Said.Advisor(500, "Un instant, je regarde pour le remboursement."),
        Said.Customer(560, "Et si je résilie, est-ce que je paie des frais ?", -0.5, "contract_end"),
        Said.Advisor(600, "Je vous passe Karim. Préférez-vous le matin ou l'après-midi ?"),
    ];

    public static MessageAnalyzed[] English { get; } =
    [
        .. new[]
        {
            Said.Customer(0, "Hi, order [ORDER_NUMBER_1] still hasn't come.", -0.3, "delivery_problem") with { Masked = ["order_number"] },
            Said.Advisor(60, "Hello Camille, I'm Nadia. Let me check."),
            Said.Advisor(120, "It's late because the depot was flooded. It will arrive by Friday."),
            Said.Advisor(130, "Could you log out of the app and sign in again?"),
            Said.Customer(300, "Done, no change. Will you refund the delivery fee?", -0.7, "delivery_problem"),
            Said.Advisor(340, "One moment, I'm checking with a colleague."),
            Said.Advisor(360, "We'll credit £4.99 within 3 days."),
            Said.Customer(420, "Where is my parcel right now?", -0.4, "delivery_problem"),
        }.Select(InEnglish),
    ];

    public static MessageAnalyzed InEnglish(MessageAnalyzed message) =>
        message with { Analysis = message.Analysis is { } analysis ? analysis with { Language = "en" } : null };

    public static async Task<ConversationTranscript> StoredAsync(params IReadOnlyList<MessageAnalyzed> messages)
    {
        var recorder = new Recorder();
        await recorder.RecordAsync([.. messages]);
        return (await recorder.Reader.ReadAsync(Said.Conversation.Key, CancellationToken.None))!;
    }
}

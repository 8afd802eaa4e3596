namespace Pipeline.Transcripts.Journey;

/// <summary>The cues in English.</summary>
internal static class EnglishCues
{
    public static JourneyCues All { get; } = new()
    {
        Refusal =
        [
            "unfortunately", "afraid", "unable", "can t", "cannot", "can not", "not able", "not possible", "policy", "terms", "not covered",
            "pushed back", "declined", "rejected", "refused", "isn t", "not eligible", "won t", "working days", "out of stock", "no longer",
            "not given", "fee", "charge", "delayed", "expired", "don t have",
        ],
        Transfer =
        [
            "transfer", "pass you", "pop you across", "put you through", "connect you", "contact the", "contact your", "call our", "please call",
            "please contact", "another department", "another team", "ring the", "speak to", "queue for", "phone line", "in branch",
            "different team",
        ],
        Canned =
        [
            "valued customer", "dear customer", "greetings for the day", "your satisfaction", "thanks for reaching out", "thank you for reaching out",
            "i totally get it", "awesome", "great news", "great day", "super day", "self help", "as per our terms", "anything else i can",
            "is there anything else", "was there anything else", "we regret the inconvenience", "i understand your frustration", "hang tight",
            "account holder",
        ],
        Step =
        [
            "try ", "trying", "restart", "reboot", "reset", "unplug", "plug it", "turn it off", "turning it off", "log out", "reinstall", "delete the app",
            "press", "hold the", "click", "download", "clear the", "batteries", "new one", "enter it",
        ],
        Told =
        [
            "i just said", "just told", "already told", "already said", "i told you", "i said it", "told you", "first message", "first line",
            "how many times", "again and again", "asking again", "asked me", "same question", "read what", "read my", "are you reading",
            "i literally", "as i said", "please read", "answered me", "you people", "twice",
        ],
        Still =
        [
            "still", "same", "again", "didn t work", "doesn t work", "not working", "won t", "wont", "nothing", "worse", "error", "invalid",
            "expired", "no luck",
        ],
        Waiting =
        [
            "minutes", "mins", "an hour", "half an hour", "waiting", "waited", "anyone", "anybody", "somebody there", "still there", "hello ",
            "cursor", "gone to sleep",
        ],
        SentAround =
        [
            "transfer", "round in circles", "in circles", "ping pong", "football", "sent me to", "sends me to", "pass me", "passed me",
            "passed around", "three of you", "where i started", "call", "phone",
        ],
        Manner =
        [
            "rude", "manner", "tone", "script", "robot", "ready made", "canned", "patronis", "patroniz", "condescend", "insult", "civil question",
            "copy paste", "exclamation", "smiley", "sticker", "talk to me", "speak to me", "joking", "awesome is it",
        ],
        Relief =
        [
            "phew", "whew", "thank god", "thank you so", "legend", "brilliant", "amazing", "ripper", "relief", "relieved", "finally", "works",
            "working", "it s back", "sorry for", "sorry about", "my bad", "i was short", "wasn t on you", "saved", "star", "cheers", "kind",
            "lovely", "wonderful", "great", "yes", "haha", "oh my god", "good heavens", "didn t expect", "blessing", "load off", "appreciate",
            "really good",
        ],
        Common = new HashSet<string>(StringComparer.Ordinal)
        {
            "your", "that", "this", "with", "have", "from", "will", "please", "hello", "thank", "thanks", "what", "which", "would", "could",
            "like", "just", "there", "been", "were", "when",
        },
    };
}

using System.Text.Json.Serialization;

namespace Pipeline.Messages;

/// <summary>
/// What the platform knows of the matter of a conversation, for the slots of replies. A closed list: nothing that names a person or an order
/// has a place in it.
/// </summary>
public sealed record ConversationAttributes
{
    /// <summary>The product or plan it is about, masked like text; null when not known.</summary>
    public string? Product { get; init; }

    /// <summary>The day of a delivery; null when not known.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>The day of an appointment; null when not known.</summary>
    public DateOnly? AppointmentDate { get; init; }

    /// <summary>What the customer writes on; null when not known.</summary>
    public Device? Device { get; init; }

    /// <summary>How the chat was begun; null when not known.</summary>
    public EntryKind? EntryKind { get; init; }

    /// <summary>Of each attribute what was told last; null when nothing ever was.</summary>
    public static ConversationAttributes? Newest(ConversationAttributes? known, ConversationAttributes? told) => (known, told) switch
    {
        (_, null) => known,
        (null, _) => told,
        _ => new()
        {
            Product = told.Product ?? known.Product,
            DeliveryDate = told.DeliveryDate ?? known.DeliveryDate,
            AppointmentDate = told.AppointmentDate ?? known.AppointmentDate,
            Device = told.Device ?? known.Device,
            EntryKind = told.EntryKind ?? known.EntryKind,
        },
    };
}

/// <summary>What a customer writes on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Device>))]
public enum Device
{
    /// <summary>A computer.</summary>
    Desktop,

    /// <summary>A tablet.</summary>
    Tablet,

    /// <summary>A smartphone.</summary>
    Mobile,
}

/// <summary>How a chat was begun.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntryKind>))]
public enum EntryKind
{
    /// <summary>The window opened by itself after some time on a page.</summary>
    Proactive,

    /// <summary>The customer clicked the button that stands on every page.</summary>
    Button,

    /// <summary>The customer clicked a fixed vignette of the page itself.</summary>
    Page,
}

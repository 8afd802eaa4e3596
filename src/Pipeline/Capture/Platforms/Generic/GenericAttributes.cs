using System.Globalization;
using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>
/// Reads <c>data.attributes</c>: <c>{"product","delivery_date","appointment_date","device","entry_kind"}</c>, days as 2026-03-04. Others are
/// left alone: a platform may send what it likes, and only what replies and the index of transcripts need is kept.
/// </summary>
internal static class GenericAttributes
{
    /// <summary>The attributes; null when there are none that are kept.</summary>
    public static ConversationAttributes? Read(BodyObject data)
    {
        if (data.ObjectOrNone("attributes") is not { } body)
        {
            return null;
        }

        var attributes = new ConversationAttributes
        {
            Product = body.TextOrNone("product", CaptureLimits.Product) is { } product && !string.IsNullOrWhiteSpace(product) ? product : null,
            DeliveryDate = Day(body, "delivery_date"),
            AppointmentDate = Day(body, "appointment_date"),
            Device = body.TextOrNone("device", CaptureLimits.Label) switch
            {
                null or "" => null,
                "desktop" => Device.Desktop,
                "tablet" => Device.Tablet,
                "mobile" => Device.Mobile,
                _ => throw body.Wrong("device", "one of desktop, tablet, mobile"),
            },
            EntryKind = body.TextOrNone("entry_kind", CaptureLimits.Label) switch
            {
                null or "" => null,
                "proactive" => EntryKind.Proactive,
                "button" => EntryKind.Button,
                "page" => EntryKind.Page,
                _ => throw body.Wrong("entry_kind", "one of proactive, button, page"),
            },
        };
        return attributes == new ConversationAttributes() ? null : attributes;
    }

    private static DateOnly? Day(BodyObject body, string name) => body.TextOrNone(name, CaptureLimits.Label) is not { Length: > 0 } text
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw body.Wrong(name, "a day such as 2026-03-04");
}

using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class GenericInletTests
{
    private static readonly GenericInlet Inlet = new(WebhookSamples.Verifier);

    [Fact]
    public void A_message_is_read_with_all_its_fields()
    {
        var message = Understood("generic_message_created.json");
        Assert.Equal(MessageKind.Message, message.Kind);
        Assert.Equal("m-1", message.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, 271, TimeSpan.Zero), message.SentAt);
        Assert.Equal("Bonjour, le voyant de ma box est rouge depuis ce matin 😕", message.Text);
        Assert.Equal(new Sender(SenderRole.Customer, "v-1", "Camille"), message.Sender);
        Assert.Equal([new Attachment("voyant.jpg", "image/jpeg", 48213)], message.Attachments);
        Assert.Equal(
            new Conversation
            {
                Key = "generic~shop~c-1",
                Platform = "generic",
                Account = "shop",
                Id = "c-1",
                Brand = "boreal",
                Channel = "whatsapp",
                LanguageHint = "fr",
                EntryPage = "/assistance/box",
                CustomerId = "c-fr-01",
            },
            message.Conversation);
    }

    [Fact]
    public void Of_the_attributes_only_those_that_replies_need_are_kept()
    {
        const string Attributes = """
            "text":"x","attributes":{"product":"Fibre Max","delivery_date":"2026-03-10","appointment_date":null,"device":"mobile","entry_kind":"page","order_number":"BX-1","deep":{}}
            """;
        Assert.Equal(
            new ConversationAttributes { Product = "Fibre Max", DeliveryDate = new(2026, 3, 10), Device = Device.Mobile, EntryKind = EntryKind.Page },
            Only(Read(WebhookSamples.Generic(Message(Attributes)))).Conversation.Attributes);
        Assert.Null(Only(Read(WebhookSamples.Generic(Message("\"text\":\"x\",\"attributes\":{\"order_number\":\"BX-1\"}")))).Conversation.Attributes);
    }

    [Fact]
    public void What_a_message_leaves_out_comes_from_the_account_and_the_headers()
    {
        var message = Understood("generic_message_minimal.json");
        Assert.Equal("msg_1", message.MessageId);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, TimeSpan.Zero), message.SentAt);
        Assert.Equal(TimeSpan.Zero, message.SentAt.Offset);
        Assert.Equal(new Sender(SenderRole.Advisor), message.Sender);
        Assert.Equal(("lumo", "app"), (message.Conversation.Brand, message.Conversation.Channel));
        Assert.Null(message.Conversation.CustomerId);
    }

    [Theory]
    [InlineData("generic_message_created.json")]
    [InlineData("generic_message_minimal.json")]
    [InlineData("generic_message_updated.json")]
    [InlineData("generic_message_deleted.json")]
    [InlineData("generic_conversation_closed.json")]
    [InlineData("generic_conversation_rated.json")]
    public void A_webhook_sent_again_makes_the_same_message(string file)
    {
        var body = WebhookSamples.Body(file);
        var first = Only(Read(WebhookSamples.Generic(body)));
        var again = Only(Read(WebhookSamples.Generic(body, sentAt: WebhookSamples.Now.AddMinutes(2))));
        Assert.Equal((first.BusId, first.SentAt), (again.BusId, again.SentAt));
    }

    [Fact]
    public void An_edit_names_its_target_and_has_an_id_of_its_own()
    {
        var edit = Understood("generic_message_updated.json");
        Assert.Equal((MessageKind.Edit, "m-1", "le voyant est orange en fait"), (edit.Kind, edit.TargetMessageId, edit.Text));
        Assert.NotEqual("m-1", edit.MessageId);

        var sameId = Only(Read(WebhookSamples.Generic(
            """{"type":"message.updated","timestamp":"2026-03-04T08:15:00Z","data":{"id":"m-1","conversation_id":"c-1","target_id":"m-1","text":"x"}}""")));
        Assert.Equal(edit.MessageId, sameId.MessageId);

        var later = Only(Read(WebhookSamples.Generic(
            """{"type":"message.updated","timestamp":"2026-03-04T08:15:01Z","data":{"conversation_id":"c-1","target_id":"m-1","text":"x"}}""")));
        Assert.NotEqual(edit.MessageId, later.MessageId);
    }

    [Fact]
    public void A_deletion_a_close_and_a_rating_are_read()
    {
        var deletion = Understood("generic_message_deleted.json");
        Assert.Equal((MessageKind.Deletion, "m-1", ""), (deletion.Kind, deletion.TargetMessageId, deletion.Text));

        var close = Understood("generic_conversation_closed.json");
        Assert.Equal((MessageKind.Close, SenderRole.Unknown), (close.Kind, close.Sender.Role));

        var rating = Understood("generic_conversation_rated.json");
        Assert.Equal((MessageKind.Rating, 4, "r-9", SenderRole.Customer), (rating.Kind, rating.Rating, rating.MessageId, rating.Sender.Role));
        Assert.Equal("c-fr-01", rating.Conversation.CustomerId);
    }

    [Fact]
    public void An_unknown_event_is_accepted_and_dropped()
    {
        var ignored = Assert.IsType<WebhookReading.Ignored>(Read(WebhookSamples.Generic(WebhookSamples.Body("generic_unknown_event.json"))));
        Assert.Equal("UnknownEvent", ignored.Reason);
    }

    [Fact]
    public void A_message_of_nothing_but_blanks_is_dropped() =>
        Assert.Equal(new WebhookReading.Ignored("NoContent"), Read(WebhookSamples.Generic(Message("\"text\":\" \\n\""))));

    [Fact]
    public void A_file_without_words_is_a_message() =>
        Assert.Equal("", Only(Read(WebhookSamples.Generic(Message("\"attachments\":[{\"name\":\"a.png\"}]")))).Text);

    [Theory]
    [InlineData("""{"timestamp":"2026-03-04T08:14:02Z","data":{}}""", "type")]
    [InlineData("""{"type":7,"timestamp":"2026-03-04T08:14:02Z","data":{}}""", "type")]
    [InlineData("""{"type":"message.created","timestamp":"2026-03-04T08:14:02Z"}""", "data")]
    [InlineData("""{"type":"message.created","timestamp":"2026-03-04T08:14:02Z","data":[]}""", "data")]
    [InlineData("""{"type":"conversation.closed","timestamp":"2026-03-04T08:14:02Z","data":{}}""", "data.conversation_id")]
    [InlineData("""{"type":"conversation.closed","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":""}}""", "data.conversation_id")]
    [InlineData("""{"type":"conversation.closed","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":{}}}""", "data.conversation_id")]
    [InlineData("""{"type":"conversation.closed","data":{"conversation_id":"c-1"}}""", "timestamp")]
    [InlineData("""{"type":"conversation.closed","timestamp":"04/03/2026","data":{"conversation_id":"c-1"}}""", "timestamp")]
    [InlineData("""{"type":"conversation.closed","timestamp":"2026-03-04T08:14:02","data":{"conversation_id":"c-1"}}""", "timestamp")]
    [InlineData("""{"type":"conversation.closed","timestamp":1772612042,"data":{"conversation_id":"c-1"}}""", "timestamp")]
    [InlineData("""{"type":"conversation.rated","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1"}}""", "data.rating")]
    [InlineData("""{"type":"conversation.rated","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1","rating":6}}""", "data.rating")]
    [InlineData("""{"type":"conversation.rated","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1","rating":4.5}}""", "data.rating")]
    [InlineData("""{"type":"message.deleted","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1"}}""", "data.target_id")]
    [InlineData("""{"type":"message.updated","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1","target_id":"m"}}""", "data.text")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    public void A_wrong_shape_names_the_field(string body, string field) => AssertRefused(body, "shape-invalid", field);

    [Theory]
    [InlineData("\"text\":null", "data.text")]
    [InlineData("\"text\":12", "data.text")]
    [InlineData("\"text\":\"half \\ud83d\"", "data.text")]
    [InlineData("\"text\":\"x\",\"sender\":{}", "data.sender.role")]
    [InlineData("\"text\":\"x\",\"sender\":{\"role\":\"agent\"}", "data.sender.role")]
    [InlineData("\"text\":\"x\",\"sender\":{\"role\":\"customer\",\"name\":[]}", "data.sender.name")]
    [InlineData("\"text\":\"x\",\"brand\":7", "data.brand")]
    [InlineData("\"text\":\"x\",\"attributes\":[]", "data.attributes")]
    [InlineData("\"text\":\"x\",\"attributes\":{\"delivery_date\":\"3 mars\"}", "data.attributes.delivery_date")]
    [InlineData("\"text\":\"x\",\"attributes\":{\"entry_kind\":\"popup\"}", "data.attributes.entry_kind")]
    [InlineData("\"text\":\"x\",\"attributes\":{\"device\":\"fridge\"}", "data.attributes.device")]
    [InlineData("\"text\":\"x\",\"attachments\":{}", "data.attachments")]
    [InlineData("\"text\":\"x\",\"attachments\":[{\"name\":\"a\"},7]", "data.attachments[1]")]
    [InlineData("\"text\":\"x\",\"attachments\":[{\"name\":\"a\"},{\"bytes\":1}]", "data.attachments[1].name")]
    [InlineData("\"text\":\"x\",\"attachments\":[{\"name\":\"a\",\"bytes\":-1}]", "data.attachments[0].bytes")]
    public void A_wrong_field_of_a_message_is_named(string fields, string field) => AssertRefused(Message(fields), "shape-invalid", field);

    [Theory]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2026-03-05T09:00:01Z")]
    public void A_time_that_cannot_be_right_is_refused(string sentAt)
    {
        AssertRefused(Message($"\"text\":\"x\",\"sent_at\":\"{sentAt}\""), "time-implausible", "data.sent_at");
        AssertRefused(
            $$$"""{"type":"conversation.closed","timestamp":"{{{sentAt}}}","data":{"conversation_id":"c-1"}}""", "time-implausible", "timestamp");
    }

    [Fact]
    public void Sent_at_is_more_exact_than_the_envelope()
    {
        var message = Only(Read(WebhookSamples.Generic(Message("\"text\":\"x\",\"sent_at\":\"2026-03-04T10:00:00.1234567+02:00\""))));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero).AddTicks(1_234_567), message.SentAt);
    }

    [Fact]
    public void Limits_are_kept_to_the_character()
    {
        Assert.Equal(20_000, Only(Read(WebhookSamples.Generic(Message($"\"text\":\"{new string('é', 20_000)}\"")))).Text.Length);
        AssertRefused(Message($"\"text\":\"{new string('é', 20_001)}\""), "text-too-long", "data.text");

        Assert.Equal(256, Only(Read(WebhookSamples.Generic(Message($"\"text\":\"x\",\"id\":\"{new string('i', 256)}\"")))).MessageId.Length);
        AssertRefused(Message($"\"text\":\"x\",\"id\":\"{new string('i', 257)}\""), "shape-invalid", "data.id");

        Assert.Equal(20, Only(Read(WebhookSamples.Generic(Message($"\"attachments\":[{Files(20)}]")))).Attachments.Count);
        AssertRefused(Message($"\"attachments\":[{Files(21)}]"), "shape-invalid", "data.attachments");

        static string Files(int count) => string.Join(',', Enumerable.Repeat("{\"name\":\"a.png\"}", count));
    }

    [Fact]
    public void What_is_not_json_says_where()
    {
        var problem = AssertRefused("{\n  \"type\": oops\n}", "json-invalid", null);
        Assert.Contains("line 2, byte 11", problem.Detail, StringComparison.Ordinal);
        AssertRefused("", "json-invalid", null);
        AssertRefused("{} {}", "json-invalid", null);
        AssertRefused("{\"type\":\"a\",}", "json-invalid", null);
        AssertRefused("{\"type\":\"message.created\"", "json-invalid", null);
    }

    [Fact]
    public void A_body_nested_too_deep_is_refused_as_such()
    {
        AssertRefused(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40), "json-too-deep", null);
        AssertRefused(new string('[', 100_000), "json-too-deep", null);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        var body = Encoding.Latin1.GetBytes(Message("\"text\":\"Où ?\""));
        Assert.Equal("encoding-invalid", Refused(Read(WebhookSamples.Generic(body))).Code);
        Assert.Equal("encoding-invalid", Refused(Read(WebhookSamples.Generic(Encoding.Unicode.GetBytes(Message("\"text\":\"Où ?\""))))).Code);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("nonsense", 415)]
    [InlineData("application/json;charset=\"UTF-8\"", null)]
    [InlineData("application/vnd.shop+json", null)]
    public void The_body_must_be_declared_as_json(string contentType, int? status)
    {
        var signed = WebhookSamples.Generic(Message("\"text\":\"x\""));
        var reading = Read(signed with { Header = name => name == "Content-Type" ? contentType : signed.Header(name) });
        Assert.Equal(status, (reading as WebhookReading.Refused)?.Problem.Status);
    }

    [Fact]
    public void Nothing_is_read_before_it_verifies()
    {
        var request = WebhookSamples.Generic(Encoding.UTF8.GetBytes("not json"), secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
        Assert.Equal("signature-invalid", Refused(Read(request)).Code);
    }

    [Fact]
    public void A_refusal_shows_nothing_of_the_content()
    {
        var problem = AssertRefused(Message("\"text\":\"secret words\",\"sender\":{\"role\":\"Camille\"}"), "shape-invalid", "data.sender.role");
        Assert.DoesNotContain("Camille", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", problem.ToString(), StringComparison.Ordinal);
    }

    private static string Message(string fields)
    {
        var sender = fields.Contains("\"sender\"", StringComparison.Ordinal) ? "" : "\"sender\":{\"role\":\"customer\"},";
        return $$$"""{"type":"message.created","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1",{{{sender}}}{{{fields}}}}}""";
    }

    private static WebhookProblem AssertRefused(string body, string code, string? field)
    {
        var problem = Refused(Read(WebhookSamples.Generic(body)));
        Assert.Equal((400, code, field), (problem.Status, problem.Code, problem.Field));
        return problem;
    }

    private static WebhookReading Read(WebhookRequest request) => Inlet.Read(request, WebhookSamples.GenericAccount(), WebhookSamples.Now);

    private static MessageCaptured Understood(string file) => Only(Read(WebhookSamples.Generic(WebhookSamples.Body(file))));

    private static MessageCaptured Only(WebhookReading reading) => Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);

    private static WebhookProblem Refused(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem;
}

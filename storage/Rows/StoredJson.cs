using System.Text.Json.Serialization;
using MonitoringReturns.Core;
using MonitoringReturns.Core.Answering;
using MonitoringReturns.Core.Help;
using MonitoringReturns.Core.People;
using MonitoringReturns.Core.Programmes;
using MonitoringReturns.Core.Programmes.Setup;
using MonitoringReturns.Core.SpotChecks;

namespace MonitoringReturns.Storage.Rows;

/// <summary>The records that are kept as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(Award))]
[JsonSerializable(typeof(ProfileProposal))]
[JsonSerializable(typeof(Organisation))]
[JsonSerializable(typeof(HelpAsked))]
[JsonSerializable(typeof(Sample))]
[JsonSerializable(typeof(IReadOnlyDictionary<IndicatorId, decimal>))]
[JsonSerializable(typeof(IReadOnlyDictionary<SectionId, OrganisationId>))]
[JsonSerializable(typeof(IReadOnlyList<RestatedFigure>))]
internal sealed partial class StoredJson : JsonSerializerContext;

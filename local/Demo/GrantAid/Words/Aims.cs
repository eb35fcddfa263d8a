namespace MonitoringReturns.Local.Demo.GrantAid.Words;

/// <summary>What each group is for, in the sentence that it starts every report with. By award number.</summary>
internal static class Aims
{
    public static string Of(Charity charity) => All[charity.Number - 1];

    private static readonly string[] All =
    [
        "We run two open evenings a week for young people of 8 to 15 on the Leen Hollow estate, with a hot meal and somebody to talk to.",
        "Our volunteers visit, telephone and shop for older neighbours in and around Sutton Wells who can't easily leave the house.",
        "We drive people to hospital, the surgery and the dentist where there is no bus, in volunteers’ own cars.",
        "We bring walking football, netball and short tennis to six village halls where the nearest leisure centre is nine miles away.",
        "Our desk in the old library gives free advice on benefits, debt and housing, by appointment and to anybody who walks in.",
        "We are a small social club for over-60s that meets on Wednesday afternoons in the church rooms on Bramley Lane.",
        "We hold three friendship afternoons a week, and our @home club takes the same company to people who no longer get out.",
        "We run two weekly peer groups, with a trained worker, for people in Gedling living with anxiety, low mood or worse.",
        "We are a village drama group of all ages, and the grant opens our spring and autumn plays to people who have never acted.",
        "We are a boxing and fitness gym in the old chapel that keeps its doors open and its subs at a pound for young people.",
        "We give debt and benefits advice to people in Mansfield, with money advisers who can stop a bailiff the same day.",
        "We make theatre with young people who have never been on a stage, from a first drama game to a show that they write themselves.",
        "We keep a long table at the café on Maun Side where anybody who is struggling can sit down, have a brew and be listened to.",
        "We teach disabled young people and adults to ride, and take them out along the Trent on ponies that know their job.",
        "We cook a lunch for older people twice a week by the old ferry and visit those who can't come.",
        "We are a shed full of tools on Budby Lane where men who have lost work, health or somebody they loved make things together.",
        "Our accessible minibuses take people in the forest villages to appointments, to the shops and to each other.",
        "Our visitors call every week on older people in nineteen villages who would otherwise see nobody from one Sunday to the next.",
        "We run stay-and-play mornings in three villages for families with children under five and nobody of their own nearby.",
        "We sing. Cymdeithas Gŵyl Trent brings Welsh songs and river songs to care homes, schools and village halls along the Trent.",
        "We help Polish-speaking families across the county with forms, schools, rent and doctors, and bring them together with their neighbours.",
        "We are three charities that give advice on money, debt and housing together, so that nobody in the county is sent from door to door.",
        "We support children who look after a parent, brother or sister, with groups, breaks and somebody in school who knows.",
        "We run four growing spaces where people recovering from mental illness learn to garden, to cook what they grow and to work again.",
        "Our volunteers clean, mend and explain hearing aids in village halls, and call on people who can't get to one.",
        "We lead an easy walk every Tuesday from the pit-top car park for people whose doctor told them to move more.",
        "We run one minibus and lend it, with a driver, to any group in the north of the district that needs one.",
        "We open our barn for days of pottery, print and weaving for people who are lonely, unwell or caring for somebody.",
        "We run an evening café by young people for young people, with a youth worker, a job board and the cheapest toasties in town.",
        "We hold a café once a week for people with dementia and those who look after them, with music and no hurry.",
    ];
}

/**
 * Pages and resources that no look around opens, each with the reason. Whatever else is closed to everybody is a fault, and so is one of
 * these that opens.
 */
export const closedPatterns: Readonly<Record<string, string>> = {
  '/ban-khai/:draftId/luu': 'takes what a draft saves, and is no page',
  '/don-vi': 'answers to a form with the communes of a province, and to nothing less',
  '/can-bo/quy-trinh/:draftId': 'opens in the first look around, whose forms then give the draft up',
  '/can-bo/quy-trinh/:draftId/kiem-tra': 'opens in the first look around, whose forms then give the draft up',
  '/can-bo/quy-trinh/:draftId/mo-phong': 'opens in the first look around, whose forms then give the draft up',
  '/can-bo/quy-trinh/:draftId/so-do': 'opens in the first look around, whose forms then give the draft up',
  '/can-bo/quy-trinh/:draftId/luu': 'takes what the editor saves, and is no page',
  '/can-bo/quy-trinh/:draftId/so-do/luu': 'takes what the editor of diagrams saves, and is no page',
  '/can-bo/xac-thuc/khoa': 'takes what a passkey answers, and is no page',
  '/can-bo/lich/soan': 'takes a calendar to be tried, and is no page',
  '/bao-sai/:token': 'opens by a link that is told once, to whoever reported',
  '/can-bo/*': 'is the page of what does not exist',
  '/loi': 'shows what went wrong, and only with that',
  '/en/loi': 'shows what went wrong, and only with that',
  '/can-bo/dang-nhap/tinh': 'leads to the issuer of a province, and this product has none',
  '/can-bo/dang-nhap/tinh/ra': 'leads to the issuer of a province, and this product has none',
  '/can-bo/dang-nhap/tinh/tra-loi': 'is where the issuer of a province sends somebody back',
  '/dang-nhap/vneid': 'leads to the issuer of citizens, which runs beside this server',
  '/dang-nhap/callback': 'is where the issuer of citizens sends somebody back',
  '/dang-nhap/xac-nhan': 'asks who came back from the issuer with a known number',
  '/nhat-ky-niem-phong/:file': 'is the text of a sealed day, and none is over',
  '/sitemap/:part': 'is a part of the map, and the name of none is in the database',
  '/can-bo/du-lieu-ca-nhan/luu-giu/danh-muc/:erasureId': 'is a list to erase, and nothing here is old enough',
  '/can-bo/thu-tuc/nhap/:importId': 'is an import of a workbook, which no form without a file begins',
};
